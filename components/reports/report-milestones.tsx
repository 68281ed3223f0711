import { useTranslations, type Locale } from "next-intl";
import { Hanging } from "#components/ui/hanging.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { SnapshotCommitment, SnapshotMilestone } from "#lib/reports/snapshots/schema.ts";
import { anchorOf } from "./anchor.ts";
import { MilestoneFacts } from "./subject-facts.tsx";
import { SubjectVoices } from "./subject-voices.tsx";
import styles from "./reports.module.css";

interface Props {
  milestones: readonly SnapshotMilestone[];
  commitment: SnapshotCommitment;
  level: 4 | 5;
  scale: number;
  locale: Locale;
}

/** Milestones in the plan's order, nested ones after the one they belong to: their numbers say so. */
export function ReportMilestones({ milestones, commitment, level, scale, locale }: Props) {
  const t = useTranslations("reports.document");
  if (milestones.length === 0) return null;
  return (
    <div className={styles.milestones}>
      {flatMilestones(milestones).map(({ milestone }) => {
        const title = pickText(milestone.title, locale);
        return (
          <Hanging key={milestone.id} code={milestone.number} as="section">
            <div lang={title && title.lang !== locale ? title.lang : undefined}>
              <SectionHeading id={anchorOf(commitment, milestone.number)} level={level}>{title?.text ?? t("untitled")}</SectionHeading>
            </div>
            <SubjectVoices subject={milestone} scale={scale} locale={locale} />
            <MilestoneFacts milestone={milestone} commitment={commitment} locale={locale} />
          </Hanging>
        );
      })}
    </div>
  );
}
