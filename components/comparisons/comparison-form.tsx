import { useTranslations, type Locale } from "next-intl";
import { FilterChoice, FilterResult, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import { comparisonAddress, filtersOf, type ComparisonFilter } from "#lib/figures/comparisons/rules.ts";
import { planLevels, type Comparison, type ComparisonChoices } from "#lib/figures/comparisons/schema.ts";
import styles from "./comparisons.module.css";

interface Props {
  comparison: Comparison;
  choices: ComparisonChoices;
  /** How many rows are compared. */
  total: number;
  locale: Locale;
}

/** Narrows a comparison, as a sentence; what is chosen becomes the address. */
export function ComparisonForm({ comparison, choices, total, locale }: Props) {
  const t = useTranslations();
  const { by, of, scale, sort } = comparison;
  const options = optionsOf(comparison, choices, { name: (text) => pickText(text, locale)?.text ?? "", level: (level) => t(`status.planLevel.${level}`) });
  const shown = filtersOf[by].filter((filter) => options[filter].length > 0);
  const narrowed = shown.some((filter) => comparison[filter] !== undefined && (by !== "periods" || filter !== "plan"));
  return (
    <div className={styles.form}>
      <FilterSentence action={`/${locale}/compare`} label={t("comparisons.filter.legend")} submit={t("comparisons.filter.show")} choice={comparisonAddress(comparison)}>
        {Object.entries({ by, of, scale, sort }).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        {shown.map((filter) => <FilterChoice key={filter} name={filter} label={t(`comparisons.filter.${filter}`)} value={comparison[filter] ?? null} options={options[filter]} />)}
      </FilterSentence>
      {narrowed && <FilterResult clear={t("comparisons.filter.all")} href={comparisonAddress({ by, of, page: 1 } as Comparison)}>{t("comparisons.rows", { by, count: total })}</FilterResult>}
    </div>
  );
}

type Options = Record<ComparisonFilter, { value: string; label: string }[]>;

function optionsOf({ plan: slug }: Comparison, { plans, years, areas, sdgs }: ComparisonChoices, say: { name: (text: Texts) => string; level: (level: string) => string }): Options {
  return {
    plan: plans.map((plan) => ({ value: plan.slug, label: say.name(plan.title) })),
    period: (plans.find((plan) => plan.slug === slug)?.periods ?? []).map((period) => ({ value: period.slug, label: say.name(period.label) })),
    level: planLevels.map((level) => ({ value: level, label: say.level(level) })),
    year: years.map((year) => ({ value: year, label: year })),
    area: areas.map(({ code, label }) => ({ value: code, label: say.name(label) })),
    sdg: sdgs.map(({ number, label }) => ({ value: String(number), label: `${number}. ${say.name(label)}` })),
  };
}
