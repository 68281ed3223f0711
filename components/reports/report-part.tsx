import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { SnapshotCommitment, SnapshotPart, SnapshotPlan } from "#lib/snapshots/schema.ts";
import { ReportCommitment } from "./report-commitment.tsx";
import styles from "./reports.module.css";

interface Props {
  /** Null: commitments that stand in no part of the plan. */
  part: SnapshotPart | null;
  plan: SnapshotPlan;
  commitments: readonly SnapshotCommitment[];
  /** How many grades the plan's scale has. */
  scale: number;
  locale: Locale;
}

/** A challenge, objective or part of the plan with its commitments. */
export function ReportPart({ part, plan, commitments, scale, locale }: Props) {
  const t = useTranslations("reports.document");
  const kinds = useTranslations("status.partKind");
  const subjects = plan.vocabulary === "activity" ? "activity" : "commitment";
  const title = part && pickText(part.title, locale);
  const kind = part && [kinds(part.kind), part.number].filter(Boolean).join(" ");
  return (
    <section lang={title && title.lang !== locale ? title.lang : undefined}>
      <SectionHeading id={part ? `part-${part.id}` : "commitments"} note={kind && <span lang={locale}>{kind}</span>}>{title ? title.text : t(`many.${subjects}`)}</SectionHeading>
      <div lang={locale} className={styles.part}>
        {part?.description && <LocalizedParagraphs value={part.description} locale={locale} />}
        {part?.note && <LocalizedParagraphs value={part.note} locale={locale} className={styles.soft} />}
        {commitments.map((commitment) => <ReportCommitment key={commitment.id} commitment={commitment} planSlug={plan.slug} scale={scale} locale={locale} />)}
        {part && commitments.length === 0 && <p className={styles.soft}>{t(`emptyPart.${subjects}`)}</p>}
      </div>
    </section>
  );
}
