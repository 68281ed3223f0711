import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanFigures } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { ShareRows } from "./figure-charts.tsx";
import { FigureSection } from "./figure-section.tsx";

/** Both axes side by side, by lead agency and by part of the plan. */
export function AxesFigures({ figures: { plan, of, agencies, parts }, locale }: { figures: PlanFigures; locale: Locale }) {
  const t = useTranslations("figures");
  return ([["by-agency", agencies], ["by-part", parts]] as const).map(([id, figure]) => (
    <section key={id} aria-labelledby={id}>
      <SectionHeading id={id}>{t(`groups.${figure.key}`)}</SectionHeading>
      <FigureSection figure={figure} locale={locale} csv={[figuresAddress(plan.slug, `/${figure.key}.csv` as "/parts.csv", { of })]} empty={t("empty")}>
        <ShareRows figure={figure} locale={locale} />
      </FigureSection>
    </section>
  ));
}
