import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { flatMilestones, secretariatAssessment } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotCommitment, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import styles from "./composer.module.css";

interface Props {
  commitment: SnapshotCommitment;
  snapshot: Snapshot;
  periodId: string;
  locale: Locale;
}

/** Both axes of a commitment, each by its own look, for its line. */
export function CommitmentMarks({ commitment, snapshot, locale }: Omit<Props, "periodId">) {
  return <div className={styles.marks}><Axes subject={commitment} snapshot={snapshot} locale={locale} /></div>;
}

function Axes({ subject, snapshot, locale }: { subject: SnapshotSubject; snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("report-sections.figures");
  const grade = secretariatAssessment(subject.assessments)?.grade;
  return (
    <>
      <ProgressMark progress={subject.update?.progress ?? null} />
      {grade ? <FulfilmentBar grade={grade} of={snapshot.plan.scale.grades.length} locale={locale} /> : <span className={styles.soft}>{t("notAssessed")}</span>}
    </>
  );
}

/** What the record says of a commitment and its milestones, with the way to each, beside what is written of it. */
export function CommitmentFigures({ commitment, snapshot, periodId, locale }: Props) {
  const t = useTranslations("report-sections.figures");
  const { update } = commitment;
  const milestones = flatMilestones(commitment.milestones);
  return (
    <aside className={styles.figures} aria-label={t("heading")}>
      <p className={styles.label}>{t("heading")}</p>
      <CommitmentMarks commitment={commitment} snapshot={snapshot} locale={locale} />
      {update && <p className={styles.soft}>{t("accepted", { organisation: pickText(update.organisation.name, locale)?.text ?? "", date: formatDate(new Date(update.acceptedAt), locale) })}</p>}
      {update?.result && <LocalizedParagraphs value={update.result} locale={locale} className={styles.result} />}
      <Ways subject={commitment} periodId={periodId} />
      {milestones.length > 0 && (
        <>
          <p className={styles.label}>{t(`milestones.${snapshot.plan.vocabulary === "activity" ? "activity" : "commitment"}`)}</p>
          <ul role="list" className={styles.milestones}>
            {milestones.map(({ milestone }) => (
              <li key={milestone.id}>
                <p><strong>{milestone.number}</strong> <LocalizedText value={milestone.title} locale={locale} /></p>
                <div className={styles.marks}><Axes subject={milestone} snapshot={snapshot} locale={locale} /></div>
                <Ways subject={milestone} periodId={periodId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function Ways({ subject, periodId }: { subject: SnapshotSubject; periodId: string }) {
  const t = useTranslations("report-sections.figures");
  const assessed = secretariatAssessment(subject.assessments);
  return (
    <p className={styles.ways}>
      {subject.update ? <Link href={`/workspace/review/${subject.update.id}`}>{t("update")}</Link> : <Link href={`/workspace/periods/${periodId}/board`}>{t("board")}</Link>}
      <Link href={`/workspace/assessments/${periodId}/${subject.id}`}>{t(assessed ? "assessment" : "assess")}</Link>
    </p>
  );
}
