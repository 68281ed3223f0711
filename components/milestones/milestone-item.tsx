import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { AmendedNote } from "#components/revisions/amended-note.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { MilestoneView } from "#lib/plans/milestones/queries.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { hasFacts, MilestoneFacts, type Aspect } from "./milestone-facts.tsx";
import styles from "./milestone-item.module.css";
import { LastUpdateText, OverdueText } from "./standing-text.tsx";

export interface Said {
  /** Calendar day of its last update. */
  day: string | null;
  overdue: boolean;
  leadSlug: string;
}

interface Props {
  milestone: MilestoneView;
  plan: { slug: string; vocabulary: string; status: string };
  revisions: readonly Revision[];
  /** What the plan leaves out for every milestone; said once above the list. */
  unsaid: readonly Aspect[];
  /** What the head of the page says already of the commitment as a whole. */
  said: Said;
  locale: Locale;
}

/** A milestone under its hanging number: where it stands on both axes, then everything about it, open from the start. */
export function MilestoneItem({ milestone, said, revisions, ...around }: Props) {
  const t = useTranslations("milestones");
  const { plan, locale } = around;
  const { number, standing } = milestone;
  const late = !(said.overdue && standing.deadline?.fromCommitment);
  const day = standing.lastUpdatedAt && dayOf(standing.lastUpdatedAt);
  return (
    <Hanging code={number} id={number} as="li">
      <h3 className={styles.title}><LocalizedText value={milestone.title} locale={locale} /></h3>
      <MilestoneAxes milestone={milestone} locale={locale} />
      {late && <OverdueText standing={standing} plan={plan} locale={locale} />}
      {day && day !== said.day && <LastUpdateText standing={standing} locale={locale} />}
      <AmendedNote revisions={revisions} entityId={milestone.id} planSlug={plan.slug} locale={locale} />
      {hasFacts(milestone, said.leadSlug) && (
        <Disclosure summary={t("details", { number, kind: plan.vocabulary })} open>
          <MilestoneFacts milestone={milestone} {...around} />
        </Disclosure>
      )}
      {milestone.children.length > 0 && (
        <ol role="list" className={styles.nested}>
          {milestone.children.map((child) => <MilestoneItem key={child.id} milestone={child} said={said} revisions={revisions} {...around} />)}
        </ol>
      )}
    </Hanging>
  );
}

function MilestoneAxes({ milestone, locale }: { milestone: MilestoneView; locale: Locale }) {
  const judged = milestone.assessments.find(({ voice }) => voice === "secretariat");
  return (
    <div className={styles.axes}>
      <ProgressMark progress={milestone.standing.progress} />
      {judged?.grade && <FulfilmentBar grade={judged.grade} of={judged.grade.of} locale={locale} judged={{ assessor: judged.organisation.name, at: judged.publishedAt }} />}
    </div>
  );
}
