import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { AgencyWords, AssessorWords, Voice } from "#components/commitments/voices.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { MilestoneView } from "#lib/milestones/queries.ts";
import { MilestoneFacts, type Aspect } from "./milestone-facts.tsx";
import styles from "./milestone-item.module.css";
import { LastUpdateText, OverdueText } from "./standing-text.tsx";

interface Props {
  milestone: MilestoneView;
  plan: { vocabulary: string; status: string };
  /** What the plan leaves out for every milestone; said once above the list. */
  unsaid: readonly Aspect[];
  locale: Locale;
}

/** A milestone under its hanging number: where it stands on both axes, then everything about it, open from the start. */
export function MilestoneItem({ milestone, plan, unsaid, locale }: Props) {
  const t = useTranslations("milestones");
  const { number, standing } = milestone;
  return (
    <Hanging code={number} id={number} as="li">
      <h3 className={styles.title}><LocalizedText value={milestone.title} locale={locale} /></h3>
      <MilestoneAxes milestone={milestone} locale={locale} />
      <OverdueText standing={standing} plan={plan} locale={locale} />
      {standing.lastUpdatedAt && <LastUpdateText standing={standing} locale={locale} />}
      <Disclosure summary={t("details", { number, kind: plan.vocabulary })} open>
        <MilestoneFacts milestone={milestone} plan={plan} unsaid={unsaid} locale={locale} />
        <MilestoneVoices milestone={milestone} locale={locale} />
      </Disclosure>
      {milestone.children.length > 0 && (
        <ol role="list" className={styles.nested}>
          {milestone.children.map((child) => <MilestoneItem key={child.id} milestone={child} plan={plan} unsaid={unsaid} locale={locale} />)}
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
      {judged && <FulfilmentBar grade={judged.grade} of={judged.grade.of} locale={locale} judged={{ assessor: judged.organisation.name, at: judged.publishedAt }} />}
    </div>
  );
}

function MilestoneVoices({ milestone, locale }: { milestone: MilestoneView; locale: Locale }) {
  const t = useTranslations("commitments.voices");
  const { updates, assessments, sources } = milestone;
  const named = (voice: string, period: { label: Parameters<typeof pickText>[0] }) => [t(voice), pickText(period.label, locale)?.text].filter(Boolean).join(" · ");
  return (
    <>
      {updates.map((update) => (
        <Voice key={update.id} title={named("agency", update.period)} by={update.organisation} at={update.acceptedAt} locale={locale}>
          <AgencyWords update={update} sources={sources} locale={locale} />
        </Voice>
      ))}
      {assessments.map((assessment) => (
        <Voice key={assessment.id} title={named(assessment.voice, assessment.period)} by={assessment.organisation} at={assessment.publishedAt} locale={locale}>
          <AssessorWords assessment={assessment} sources={sources} locale={locale} />
        </Voice>
      ))}
    </>
  );
}
