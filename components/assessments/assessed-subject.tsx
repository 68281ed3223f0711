import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { UpdateFacts } from "#components/reporting/update-facts.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import styles from "./assessments.module.css";

interface Props {
  data: AssessmentForm;
  locale: Locale;
  /** The form. */
  children: ReactNode;
}

/** What the agency reports and proves, beside the assessor's own words: two voices, two records. */
export function AssessedSubject({ data: { subject, grades, published }, locale, children }: Props) {
  const t = useTranslations("assessments.form");
  const { accepted } = subject;
  return (
    <div className={styles.beside}>
      <section aria-labelledby="agency" className={styles.stack}>
        <h2 id="agency">{t("agency")}</h2>
        <p className={styles.soft}>
          <LocalizedText value={subject.leadName} locale={locale} />{accepted?.acceptedAt && <>; {t("accepted", { date: formatDate(accepted.acceptedAt, locale) })}</>}
        </p>
        {accepted ? <UpdateFacts update={accepted} locale={locale} subject={subject} /> : <p>{t("notReported")}</p>}
      </section>
      <section aria-labelledby="assessment" className={styles.stack}>
        <h2 id="assessment">{t("assessment")}</h2>
        {published && (
          <div className={styles.stack}>
            <p>{t("published")}</p>
            <FulfilmentBar grade={published.grade} of={grades.length} judged={{ assessor: published.assessor, at: published.publishedAt }} locale={locale} />
            {published.narrative && <LocalizedParagraphs value={published.narrative} locale={locale} />}
            {published.evidence.length > 0 && <EvidenceList evidence={published.evidence} locale={locale} />}
          </div>
        )}
        {children}
      </section>
    </div>
  );
}
