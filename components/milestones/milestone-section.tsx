import { useTranslations, type Locale } from "next-intl";
import { MonthLine } from "#components/charts/month-line.tsx";
import { progressShape } from "#components/reporting/progress-mark.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatList, formatTerm } from "#lib/platform/i18n/formats.ts";
import type { MilestoneView } from "#lib/plans/milestones/queries.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { aspects, unstatedOf, type Aspect } from "./milestone-facts.tsx";
import { MilestoneItem, type Said } from "./milestone-item.tsx";
import styles from "./milestone-section.module.css";

interface Props {
  milestones: readonly MilestoneView[];
  /** The commitment's term, which counts where a milestone states none. */
  term: Term;
  plan: { slug: string; vocabulary: string; status: string };
  /** What changed in the commitment since it was adopted, the latest first. */
  revisions: readonly Revision[];
  said: Said;
  /** `YYYY-MM-DD` in Tbilisi. */
  today: string;
  locale: Locale;
}

/** The milestones on a line of months, then one by one. */
export function MilestoneSection({ milestones, term, plan, revisions, said, today, locale }: Props) {
  const t = useTranslations("milestones");
  const say = useTranslations("commitments.milestones");
  const all = flat(milestones);
  const kept = all.filter(({ removedAt }) => removedAt === null);
  const unsaid = all.length > 1 ? aspects.filter((aspect) => all.every((milestone) => unstatedOf(milestone).includes(aspect))) : [];
  const heading = t(`heading.${plan.vocabulary}`);
  return (
    <section aria-labelledby="milestones">
      <SectionHeading id="milestones" note={kept.length > 0 && say("completed", { done: kept.filter(({ standing }) => standing.progress === "completed").length, all: kept.length, kind: plan.vocabulary })}>{heading}</SectionHeading>
      {all.length === 0 && <p>{t("none", { kind: plan.vocabulary })}</p>}
      {!unsaid.includes("term") && kept.length > 0 && <Strip milestones={kept} plan={plan} today={today} locale={locale} />}
      {unsaid.length > 0 && <Unsaid aspects={unsaid} term={term} plan={plan} locale={locale} />}
      <ol role="list" className={styles.list}>
        {milestones.map((milestone) => <MilestoneItem key={milestone.id} milestone={milestone} plan={plan} revisions={revisions} unsaid={unsaid} said={said} locale={locale} />)}
      </ol>
    </section>
  );
}

function flat(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones.flatMap((milestone) => [milestone, ...flat(milestone.children)]);
}

function Strip({ milestones, plan, today, locale }: Omit<Props, "term" | "said" | "revisions">) {
  const t = useTranslations();
  const items = milestones.map(({ id, number, title, term, standing }) => ({
    key: id,
    label: number,
    title: pickText(title, locale)?.text,
    from: term.startsOn,
    to: term.endsOn,
    shape: progressShape(standing.progress),
    word: t(`status.progress.${standing.progress ?? "not_reported"}`),
    href: `#${number}`,
  }));
  return <MonthLine caption={t("milestones.lineCaption", { kind: plan.vocabulary })} items={items} today={today} locale={locale} />;
}

/** What the plan leaves out for every one of them, said once. */
function Unsaid({ aspects: left, term, plan, locale }: { aspects: readonly Aspect[]; term: Term; plan: Props["plan"]; locale: Locale }) {
  const t = useTranslations("milestones");
  const whole = formatTerm(term, locale);
  return (
    <p className={styles.unsaid}>
      {t("missingEverywhere", { kind: plan.vocabulary, list: formatList(left.map((aspect) => t(`missingWords.${aspect}`)), locale) })}.
      {left.includes("term") && whole && ` ${t("missingTerm", { kind: plan.vocabulary, term: whole })}`}
    </p>
  );
}
