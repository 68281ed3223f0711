import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanFigures } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { ChangeList } from "./change-list.tsx";
import { ShareRows } from "./figure-charts.tsx";
import { FigureSection } from "./figure-section.tsx";
import styles from "./figures.module.css";
import { LastSteps } from "./last-steps.tsx";

type Changes = NonNullable<PlanFigures["changes"]>;

/** Between which ends, and how much changed, in one sentence. */
export function ChangesLead({ changes: { from, to, list }, locale }: { changes: Changes; locale: Locale }) {
  const t = useTranslations("figures.changes");
  const name = (end: { label: Parameters<typeof pickText>[0]; endsOn: string }) => pickText(end.label, locale)?.text ?? end.endsOn;
  return <p>{from ? t("between", { from: name(from), to: name(to), count: list.total }) : t("until", { to: name(to), count: list.total })}</p>;
}

/** Period by period: what agencies reported, how it was judged, and what changed from one to the next. */
export function PeriodFigures({ figures: { plan, of, progress, fulfilment, changes, last }, locale }: { figures: PlanFigures; locale: Locale }) {
  const t = useTranslations("figures");
  return (
    <section aria-labelledby="periods">
      <SectionHeading id="periods">{t("groups.periods")}</SectionHeading>
      <LastSteps last={last} locale={locale} />
      <FigureSection figure={progress} locale={locale} csv={[figuresAddress(plan.slug, "/progress.csv", { of })]} empty={t("progress.empty")}>
        <ShareRows figure={progress} locale={locale} />
      </FigureSection>
      <FigureSection figure={fulfilment} locale={locale} csv={[figuresAddress(plan.slug, "/fulfilment.csv", { of })]} empty={t("fulfilment.empty")}>
        <ShareRows figure={fulfilment} locale={locale} />
      </FigureSection>
      {changes && (
        <FigureSection figure={changes.list.figure} locale={locale} csv={[figuresAddress(plan.slug, "/changes.csv", { of, to: changes.to.endsOn, from: changes.from?.endsOn ?? null })]}>
          <ChangesLead changes={changes} locale={locale} />
          <ChangeList figure={changes.list.figure} locale={locale} />
          <p><Link className={styles.alone} href={figuresAddress(plan.slug, "/changes", { of })}>{t("changes.all", { count: changes.list.total })}</Link></p>
        </FigureSection>
      )}
    </section>
  );
}
