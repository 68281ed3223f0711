import { useTranslations, type Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { CommitmentView } from "#lib/commitments/queries.ts";
import { newestFirst } from "#lib/voices/rules.ts";
import { AgencyWords, AssessorWords, Voice } from "./voices.tsx";
import styles from "./voices.module.css";

/** What each of the three voices says of the commitment as a whole, by period, the newest first. */
export function VoicesSection({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations("commitments.voices");
  const spoken = newestFirst([...commitment.updates, ...commitment.assessments], () => new Date(0));
  const periods = [...new Map(spoken.map(({ period }) => [period.slug, period])).values()];
  return (
    <section aria-labelledby="voices">
      <SectionHeading id="voices">{t("heading")}</SectionHeading>
      {periods.length === 0 && <p>{t("nothing")}</p>}
      {periods.map((period) => (
        <section key={period.slug} aria-labelledby={`voices-${period.slug}`}>
          <h3 id={`voices-${period.slug}`} className={styles.period}>{t("period", { period: pickText(period.label, locale)?.text ?? period.slug })}</h3>
          <PeriodVoices commitment={commitment} slug={period.slug} locale={locale} />
        </section>
      ))}
    </section>
  );
}

function PeriodVoices({ commitment, slug, locale }: { commitment: CommitmentView; slug: string; locale: Locale }) {
  const t = useTranslations("commitments.voices");
  const { sources } = commitment;
  const update = commitment.updates.find(({ period }) => period.slug === slug);
  const assessments = commitment.assessments.filter(({ period }) => period.slug === slug);
  const of = (voice: string) => assessments.filter((assessment) => assessment.voice === voice);
  return (
    <>
      <Voice title={t("agency")} by={update?.organisation} at={update?.acceptedAt} locale={locale}>
        {update ? <AgencyWords update={update} sources={sources} locale={locale} /> : <p className={styles.none}>{t("noAgency", { kind: commitment.plan.vocabulary })}</p>}
      </Voice>
      {(["secretariat", "independent"] as const).map((voice) => {
        const spoken = of(voice);
        if (!spoken.length) return <Voice key={voice} title={t(voice)} locale={locale}><p className={styles.none}>{t(voice === "secretariat" ? "noSecretariat" : "none")}</p></Voice>;
        return spoken.map((assessment) => (
          <Voice key={assessment.id} title={t(voice)} by={assessment.organisation} at={assessment.publishedAt} locale={locale}>
            <AssessorWords assessment={assessment} sources={sources} locale={locale} />
          </Voice>
        ));
      })}
    </>
  );
}
