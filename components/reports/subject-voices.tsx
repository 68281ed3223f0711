import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { SnapshotAssessment, SnapshotSubject, SnapshotUpdate } from "#lib/snapshots/schema.ts";
import { ReportEvidence } from "./report-evidence.tsx";
import styles from "./reports.module.css";

type Sources = SnapshotSubject["verificationSources"];

/** The voices beside each other, never mixed: what the agency reports, and what each assessor judges. */
export function SubjectVoices({ subject, scale, locale }: { subject: SnapshotSubject; scale: number; locale: Locale }) {
  const t = useTranslations("reports.voices");
  return (
    <div className={styles.voices}>
      <div className={styles.voice}>
        <p className={styles.axis}>{t("progress")}</p>
        {subject.update ? <AgencyVoice update={subject.update} sources={subject.verificationSources} locale={locale} /> : <ProgressMark progress={null} locale={locale} />}
      </div>
      {subject.assessments.map((assessment) => (
        <div key={assessment.id} className={styles.voice}>
          <p className={styles.axis}>{t(assessment.voice)}</p>
          <AssessorVoice assessment={assessment} scale={scale} sources={subject.verificationSources} locale={locale} />
        </div>
      ))}
      {subject.assessments.every(({ voice }) => voice !== "secretariat") && (
        <div className={styles.voice}>
          <p className={styles.axis}>{t("secretariat")}</p>
          <p className={styles.soft}>{t("notAssessed")}</p>
        </div>
      )}
    </div>
  );
}

function AgencyVoice({ update, sources, locale }: { update: SnapshotUpdate; sources: Sources; locale: Locale }) {
  const t = useTranslations("reports.voices");
  return (
    <>
      <ProgressMark progress={update.progress} locale={locale} />
      <p className={styles.soft}>
        {t.rich("reported", { date: formatDate(new Date(update.acceptedAt), locale), organisation: () => <LocalizedText value={update.organisation.name} locale={locale} /> })}
      </p>
      {update.noProgress && <p>{t("noProgress")}</p>}
      {update.result && <LocalizedParagraphs value={update.result} locale={locale} />}
      {update.reasons && (
        <>
          <p className={styles.label}>{t("reasons")}</p>
          <LocalizedParagraphs value={update.reasons} locale={locale} />
        </>
      )}
      <ReportEvidence evidence={update.evidence} sources={sources} locale={locale} />
    </>
  );
}

function AssessorVoice({ assessment, scale, sources, locale }: { assessment: SnapshotAssessment; scale: number; sources: Sources; locale: Locale }) {
  return (
    <>
      <FulfilmentBar grade={assessment.grade} of={scale} judged={{ assessor: assessment.organisation.name, at: new Date(assessment.publishedAt) }} locale={locale} />
      {assessment.narrative && <LocalizedParagraphs value={assessment.narrative} locale={locale} />}
      <ReportEvidence evidence={assessment.evidence} sources={sources} locale={locale} />
    </>
  );
}
