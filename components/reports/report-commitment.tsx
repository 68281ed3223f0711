import { useTranslations, type Locale } from "next-intl";
import { Hanging } from "#components/ui/hanging.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { SnapshotCommitment } from "#lib/snapshots/schema.ts";
import { anchorOf } from "./anchor.ts";
import { ReportMilestones } from "./report-milestones.tsx";
import { CommitmentFacts } from "./subject-facts.tsx";
import { SubjectVoices } from "./subject-voices.tsx";
import styles from "./reports.module.css";

interface Props {
  commitment: SnapshotCommitment;
  planSlug: string;
  scale: number;
  locale: Locale;
}

/** One commitment: both axes first, then what was said, then what was promised, then its milestones. */
export function ReportCommitment({ commitment, planSlug, scale, locale }: Props) {
  const t = useTranslations("reports.document");
  const title = pickText(commitment.title, locale);
  return (
    <Hanging code={commitment.number} as="section">
      <div lang={title && title.lang !== locale ? title.lang : undefined}>
        <SectionHeading id={anchorOf(commitment)} level={3}>{title?.text ?? t("untitled")}</SectionHeading>
      </div>
      {commitment.plainSummary && <LocalizedParagraphs value={commitment.plainSummary} locale={locale} />}
      <SubjectVoices subject={commitment} scale={scale} locale={locale} />
      <CommitmentFacts commitment={commitment} locale={locale} />
      <ReportMilestones milestones={commitment.milestones} commitment={commitment} scale={scale} locale={locale} />
      <p className={styles.live} data-screen-only>
        <Link href={`/plans/${planSlug}/commitments/${commitment.slug}`}>{t("live")}</Link>
      </p>
    </Hanging>
  );
}
