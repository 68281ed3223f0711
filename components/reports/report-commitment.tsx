import { useTranslations, type Locale } from "next-intl";
import { RichTextView } from "#components/rich-text/rich-text-view.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { commitmentKey } from "#lib/reports/sections/rules.ts";
import type { Snapshot, SnapshotCommitment } from "#lib/reports/snapshots/schema.ts";
import { anchorOf } from "./anchor.ts";
import { CommentOnSection } from "./comment-on-section.tsx";
import { ReportMilestones } from "./report-milestones.tsx";
import { CommitmentFacts } from "./subject-facts.tsx";
import { SubjectVoices } from "./subject-voices.tsx";
import styles from "./reports.module.css";

interface Props {
  commitment: SnapshotCommitment;
  snapshot: Snapshot;
  /** Of its heading; those of its milestones are one below. */
  level: 3 | 4;
  /** See ReportSection. */
  asks: string | null;
  locale: Locale;
}

/** One commitment: what the report says of it, both axes, what was said, what was promised, then its milestones. */
export function ReportCommitment({ commitment, snapshot: { plan }, level, asks, locale }: Props) {
  const t = useTranslations("reports.document");
  const title = pickText(commitment.title, locale);
  const scale = plan.scale.grades.length;
  return (
    <Hanging code={commitment.number} as="section">
      <div lang={title && title.lang !== locale ? title.lang : undefined}>
        <SectionHeading id={anchorOf(commitment)} level={level}>{title?.text ?? t("untitled")}</SectionHeading>
      </div>
      {commitment.plainSummary && <LocalizedParagraphs value={commitment.plainSummary} locale={locale} />}
      {commitment.narrative && <RichTextView value={commitment.narrative} locale={locale} under={level} />}
      <SubjectVoices subject={commitment} scale={scale} locale={locale} />
      <CommitmentFacts commitment={commitment} locale={locale} />
      <ReportMilestones milestones={commitment.milestones} commitment={commitment} level={level === 3 ? 4 : 5} scale={scale} locale={locale} />
      <CommentOnSection report={asks} section={commitmentKey(commitment.id)} name={[commitment.number, title?.text].filter(Boolean).join(" ")} />
      <p className={styles.live} data-screen-only>
        <Link href={`/plans/${plan.slug}/commitments/${commitment.slug}`}>{t("live")}</Link>
      </p>
    </Hanging>
  );
}
