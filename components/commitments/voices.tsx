import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LocalizedParagraphs, type Texts } from "#components/ui/localized-text.tsx";
import type { SourceView } from "#lib/milestones/queries.ts";
import type { OrganisationRef } from "#lib/organisations/queries.ts";
import { isBlank } from "#lib/localized/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PublishedAssessment, ReportedUpdate } from "#lib/voices/queries.ts";
import styles from "./voices.module.css";

interface Spoken {
  locale: Locale;
  sources: readonly SourceView[];
}

/** One voice: whose it is, when it was said, and what. */
export function Voice({ title, by, at, locale, children }: { title: string; by?: OrganisationRef; at?: Date; locale: Locale; children: ReactNode }) {
  return (
    <div className={styles.voice}>
      <h4 className={styles.title}>{title}</h4>
      {by && at && <p className={styles.by}><OrganisationLink organisation={by} locale={locale} />, {formatDate(at, locale)}</p>}
      {children}
    </div>
  );
}

/** What the agency reported: where it stands (unless `mark` is off), what happened, why not more, and the proof. */
export function AgencyWords({ update, sources, mark = true, label = true, locale }: Spoken & { update: ReportedUpdate; mark?: boolean; label?: boolean }) {
  const t = useTranslations("milestones");
  return (
    <>
      {mark && <p className={styles.state}><ProgressMark progress={update.progress} /></p>}
      {update.noProgress && <p>{t("noProgress")}</p>}
      <Words label={label ? t("result") : null} value={update.result} locale={locale} />
      <Words label={t("reasons")} value={update.reasons} locale={locale} />
      {update.evidence.length > 0 && <div className={styles.words}><p className={styles.label}>{t("evidence")}</p><EvidenceList evidence={update.evidence} sources={sources} locale={locale} /></div>}
    </>
  );
}

/** What an assessor judged, and in which words. */
export function AssessorWords({ assessment, sources, locale }: Spoken & { assessment: PublishedAssessment }) {
  const t = useTranslations("milestones");
  return (
    <>
      <p className={styles.state}><FulfilmentBar grade={assessment.grade} of={assessment.grade.of} locale={locale} /></p>
      {!isBlank(assessment.narrative) && <div className={styles.words}><LocalizedParagraphs value={assessment.narrative} locale={locale} /></div>}
      {assessment.evidence.length > 0 && <div className={styles.words}><p className={styles.label}>{t("evidence")}</p><EvidenceList evidence={assessment.evidence} sources={sources} locale={locale} /></div>}
    </>
  );
}

function Words({ label, value, locale }: { label: string | null; value: Texts | null; locale: Locale }) {
  if (isBlank(value)) return null;
  return <div className={styles.words}>{label && <p className={styles.label}>{label}</p>}<LocalizedParagraphs value={value} locale={locale} /></div>;
}
