import { useTranslations, type Locale } from "next-intl";
import { AssessmentAnswer } from "#components/assessments/assessment-answer.tsx";
import { IrmFacts } from "#components/assessments/irm-facts.tsx";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { SnapshotAssessment, SnapshotSubject, SnapshotUpdate } from "#lib/reports/snapshots/schema.ts";
import { ReportEvidence } from "./report-evidence.tsx";
import styles from "./reports.module.css";

type Sources = SnapshotSubject["verificationSources"];

/** Both axes side by side, never mixed: what the agency reports and what each assessor judges; then the words of each. */
export function SubjectVoices({ subject, scale, locale }: { subject: SnapshotSubject; scale: number; locale: Locale }) {
  const [t, judged] = [useTranslations("reports.voices"), useTranslations("status")];
  const { update, assessments, verificationSources: sources } = subject;
  return (
    <>
      <div className={styles.voices}>
        <div className={styles.voice}>
          <p className={styles.axis}>{t("progress")}</p>
          <ProgressMark progress={update?.progress ?? null} locale={locale} />
          {update && <p className={styles.axis}>{t.rich("reported", { date: formatDate(new Date(update.acceptedAt), locale), organisation: () => <LocalizedText value={update.organisation.name} locale={locale} /> })}</p>}
        </div>
        {assessments.map(({ id, voice, grade, irm, organisation, publishedAt }) => (
          <div key={id} className={styles.voice}>
            <p className={styles.axis}>{t(voice)}</p>
            {grade && <FulfilmentBar grade={grade} of={scale} judged={{ assessor: organisation.name, at: new Date(publishedAt) }} locale={locale} />}
            {!grade && <p className={styles.axis}>{judged("judgedBy", { assessor: pickText(organisation.name, locale)?.text ?? "", date: formatDate(new Date(publishedAt), locale) })}</p>}
            <IrmFacts irm={irm} locale={locale} />
          </div>
        ))}
        {assessments.every(({ voice }) => voice !== "secretariat") && (
          <div className={styles.voice}>
            <p className={styles.axis}>{t("secretariat")}</p>
            <p className={styles.soft}>{t("notAssessed")}</p>
          </div>
        )}
      </div>
      {update && <AgencyWords update={update} sources={sources} locale={locale} />}
      {assessments.map((assessment) => <AssessorWords key={assessment.id} assessment={assessment} sources={sources} locale={locale} />)}
    </>
  );
}

function AgencyWords({ update, sources, locale }: { update: SnapshotUpdate; sources: Sources; locale: Locale }) {
  const t = useTranslations("reports.voices");
  if (!update.noProgress && !update.result && !update.reasons && update.evidence.length === 0) return null;
  return (
    <div className={styles.words}>
      <p className={styles.label}>{t("words.agency")}</p>
      {update.noProgress && <p>{t("noProgress")}</p>}
      {update.result && <LocalizedParagraphs value={update.result} locale={locale} />}
      {update.reasons && (
        <>
          <p className={styles.label}>{t("reasons")}</p>
          <LocalizedParagraphs value={update.reasons} locale={locale} />
        </>
      )}
      <ReportEvidence evidence={update.evidence} sources={sources} locale={locale} />
    </div>
  );
}

function AssessorWords({ assessment, sources, locale }: { assessment: SnapshotAssessment; sources: Sources; locale: Locale }) {
  const t = useTranslations("reports.voices.words");
  const { answer } = assessment;
  if (!assessment.narrative && assessment.evidence.length === 0 && !answer) return null;
  return (
    <div className={styles.words}>
      <p className={styles.label}>{t(assessment.voice)}</p>
      {assessment.narrative && <LocalizedParagraphs value={assessment.narrative} locale={locale} />}
      <ReportEvidence evidence={assessment.evidence} sources={sources} locale={locale} />
      {answer && <AssessmentAnswer answer={{ ...answer, publishedAt: new Date(answer.publishedAt) }} locale={locale} />}
    </div>
  );
}
