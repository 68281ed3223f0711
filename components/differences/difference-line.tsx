import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LedgerLine } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { DifferenceLine as Line, VoiceOnLine } from "#lib/assessments/differences/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./differences.module.css";

/** One difference: what it is about, and what each of the two says of it. */
export function DifferenceLine({ line, locale }: { line: Line; locale: Locale }) {
  const t = useTranslations();
  const { commitment, milestone, plan, period, first, second, difference, readAs } = line;
  const subject = milestone ?? commitment;
  const path = `/plans/${plan.slug}/commitments/${commitment.slug}`;
  const untitled = t("commitments.untitledShort");
  const steps = difference.steps ?? 0;
  return (
    <LedgerLine code={subject.number} title={<LocalizedText value={subject.title} locale={locale} empty={untitled} />} href={milestone ? `${path}#${milestone.number}` : `${path}#voices`}>
      <ul role="list" className={styles.voices}>
        <li><VoiceText voice={first} locale={locale} /></li>
        <li><VoiceText voice={second} locale={locale} /></li>
      </ul>
      {readAs && <p>{t.rich("differences.readAs", { steps, word: () => <LocalizedText value={readAs} locale={locale} /> })}</p>}
      {difference.by === "scale" && <p>{t("differences.sameScale", { steps })}</p>}
      <p>
        {milestone
          ? t.rich("differences.of", { kind: plan.vocabulary, number: commitment.number, title: () => <LocalizedText value={commitment.title} locale={locale} empty={untitled} /> })
          : t("differences.whole", { kind: plan.vocabulary })}
      </p>
      <p>
        {t.rich("differences.where", {
          plan: () => <Link href={`/plans/${plan.slug}`}><LocalizedText value={plan.title} locale={locale} /></Link>,
          period: () => <LocalizedText value={period.label} locale={locale} />,
        })}
      </p>
    </LedgerLine>
  );
}

/** Who said it, when, and what: progress as a mark, a grade as a bar, IRM's scales in words. */
function VoiceText({ voice, locale }: { voice: VoiceOnLine; locale: Locale }) {
  const t = useTranslations("differences");
  const { organisation, at, progress, grade, completion, verifiable } = voice;
  const word = (value: NonNullable<typeof completion>) => ({ word: () => <LocalizedText value={value} locale={locale} /> });
  return (
    <>
      <span>{t.rich("said", { date: formatDate(at, locale), by: () => <OrganisationLink organisation={organisation} locale={locale} /> })}</span>
      {progress && <span className={styles.judgement}><ProgressMark progress={progress} /></span>}
      {grade && <span className={styles.judgement}><FulfilmentBar grade={grade} of={grade.of} locale={locale} /></span>}
      {completion && <span className={styles.judgement}>{t.rich("completion", word(completion))}</span>}
      {verifiable && <span>{t.rich("verifiable", word(verifiable))}</span>}
    </>
  );
}
