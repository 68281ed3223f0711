import { useTranslations, type Locale } from "next-intl";
import { FilterChoice, FilterResult, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import type { DifferenceFilter } from "#lib/assessments/differences/schema.ts";

interface Props {
  filter: DifferenceFilter;
  /** How many differences the filter shows. */
  total: number;
  plans: readonly { slug: string; title: Texts; periods: readonly { slug: string; label: Texts }[] }[];
  locale: Locale;
}

/** Narrows the differences by plan and period; the periods are those of the chosen plan. */
export function DifferenceFilterForm({ filter, total, plans, locale }: Props) {
  const t = useTranslations("differences");
  const option = (slug: string, name: Texts) => ({ value: slug, label: pickText(name, locale)?.text ?? slug });
  const periods = plans.filter(({ slug }) => !filter.plan || slug === filter.plan).flatMap((plan) => plan.periods);
  const once = [...new Map(periods.map((period) => [period.slug, period])).values()];
  return (
    <>
      <FilterSentence action={`/${locale}/differences`} label={t("filter.legend")} submit={t("filter.show")} choice={`${filter.plan} ${filter.period}`}>
        <FilterChoice name="plan" label={t("filter.plan")} value={filter.plan ?? null} options={plans.map(({ slug, title }) => option(slug, title))} />
        <FilterChoice name="period" label={t("filter.period")} value={filter.period ?? null} options={once.map(({ slug, label }) => option(slug, label))} />
      </FilterSentence>
      {(filter.plan || filter.period) && <FilterResult clear={t("filter.all")} href="/differences">{t("count", { count: total })}</FilterResult>}
    </>
  );
}
