import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { nounOf } from "#lib/figures/rules.ts";
import type { PlanFigures } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { AmountBars } from "./figure-charts.tsx";
import { FigureSection } from "./figure-section.tsx";
import { tellCell } from "./told-figure.ts";

/** What the plan states about money: for how much of it, from which source, for which years, under which code. */
export function BudgetFigures({ figures: { plan, budget, sources, years, programmes, sums }, locale }: { figures: PlanFigures; locale: Locale }) {
  const t = useTranslations();
  const said = sums.map(({ of, amount, lines }) => t("figures.sum", { noun: t(`figures.counted.${nounOf(of, plan.vocabulary)}`), amount: tellCell(amount, locale, t).text, count: lines }));
  return (
    <section aria-labelledby="money">
      <SectionHeading id="money">{t("figures.groups.budget")}</SectionHeading>
      {said.length > 0 ? <ul>{said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul> : <p>{t("figures.noSums")}</p>}
      <FigureSection figure={budget} locale={locale} csv={[figuresAddress(plan.slug, "/budget.csv")]} />
      {[sources, years, programmes].map((figure) => figure && (
        <FigureSection key={figure.key} figure={figure} locale={locale} csv={[figuresAddress(plan.slug, `/${figure.key}.csv` as "/sources.csv")]} empty={t("figures.noLines")} open={sums.length === 0}>
          <AmountBars figure={figure} locale={locale} />
        </FigureSection>
      ))}
    </section>
  );
}
