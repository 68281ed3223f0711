import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { UpdateFacts } from "#components/reporting/update-facts.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { JudgementView } from "./judgement-view.tsx";
import styles from "./assessments.module.css";

interface Props {
  data: AssessmentForm;
  locale: Locale;
  /** The form. */
  children: ReactNode;
}

/** What the agency reports and proves and what others judge, beside the assessor's own words: each voice is a record of its own. */
export function AssessedSubject({ data, locale, children }: Props) {
  const t = useTranslations("assessments.form");
  const { grades, published, owner } = data;
  return (
    <div className={styles.beside}>
      <AgencyAndOthers data={data} locale={locale} />
      <section aria-labelledby="assessment" className={styles.stack}>
        <h2 id="assessment">{t("assessment")}</h2>
        {owner.voice === "independent" && <p>{t("as", { organisation: pickText(owner.name, locale)?.text ?? "" })}</p>}
        {published && <div className={styles.stack}><p>{t("published")}</p><JudgementView judgement={published} of={grades.length} locale={locale} /></div>}
        {children}
      </section>
    </div>
  );
}

function AgencyAndOthers({ data: { subject, grades, others, owner }, locale }: Omit<Props, "children">) {
  const t = useTranslations("assessments.form");
  const { accepted } = subject;
  return (
    <div className={styles.sections}>
      <section aria-labelledby="agency" className={styles.stack}>
        <h2 id="agency">{t("agency")}</h2>
        <p className={styles.soft}>
          <LocalizedText value={subject.leadName} locale={locale} />{accepted?.acceptedAt && <>; {t("accepted", { date: formatDate(accepted.acceptedAt, locale) })}</>}
        </p>
        {accepted ? <UpdateFacts update={accepted} locale={locale} subject={subject} /> : <p>{t("notReported")}</p>}
      </section>
      {(others.length > 0 || owner.voice === "independent") && (
        <section aria-labelledby="others" className={styles.stack}>
          <h2 id="others">{t("others")}</h2>
          {others.length === 0 && <p>{t("othersNone")}</p>}
          {others.map((judgement) => <JudgementView key={judgement.id} judgement={judgement} of={grades.length} locale={locale} />)}
        </section>
      )}
    </div>
  );
}
