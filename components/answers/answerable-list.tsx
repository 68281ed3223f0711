import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { AnswerableAssessment } from "#lib/assessments/answers/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./answers.module.css";

/** Published assessments of what an agency leads, those that wait for its word first. */
export function AnswerableList({ assessments, locale }: { assessments: readonly AnswerableAssessment[]; locale: Locale }) {
  const t = useTranslations("answers.work");
  if (assessments.length === 0) return <p>{t("nothing")}</p>;
  const open = assessments.filter(({ judgement }) => !judgement.answer);
  const answered = assessments.filter(({ judgement }) => judgement.answer);
  return (
    <>
      {open.length > 0 && <section aria-labelledby="open"><SectionHeading id="open">{t("toAnswer")}</SectionHeading><Lines of={open} locale={locale} /></section>}
      {answered.length > 0 && <section aria-labelledby="answered"><SectionHeading id="answered">{t("answered")}</SectionHeading><Lines of={answered} locale={locale} /></section>}
    </>
  );
}

function Lines({ of, locale }: { of: readonly AnswerableAssessment[]; locale: Locale }) {
  const [t, status, irm] = [useTranslations("answers.work"), useTranslations("status.voice"), useTranslations("assessments.irm")];
  return (
    <LedgerList>
      {of.map(({ judgement, number, title, period, plan, scale }) => (
        <LedgerLine key={judgement.id} code={number} href={`/workspace/answers/${judgement.id}`} title={<LocalizedText value={title} locale={locale} />}>
          <span className={styles.facts}>
            <span>{status(judgement.voice)}: {t("by", { assessor: pickText(judgement.organisation.name, locale)?.text ?? "", date: formatDate(judgement.publishedAt, locale) })}</span>
            {judgement.grade ? <FulfilmentBar grade={judgement.grade} of={scale} locale={locale} /> : <span>{irm("completion")}: <LocalizedText value={judgement.irm.completion?.label} locale={locale} /></span>}
            <span><LocalizedText value={plan.title} locale={locale} />; <LocalizedText value={period} locale={locale} /></span>
            {judgement.answer && <span>{t("answeredOn", { date: formatDate(judgement.answer.publishedAt, locale) })}</span>}
          </span>
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
