import { useTranslations, type Locale } from "next-intl";
import { FilterCheck, FilterChoice, FilterResult, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { PlanView } from "#lib/plans/queries.ts";
import { filteredStatuses, isFiltered } from "#lib/plans/rules.ts";
import styles from "./filter-form.module.css";

/** Which commitments of a plan are shown. */
export function FilterForm({ plan, locale }: { plan: PlanView; locale: Locale }) {
  const t = useTranslations();
  const { filters, choices, vocabulary: kind } = plan;
  const name = (value: Parameters<typeof pickText>[0]) => pickText(value, locale)?.text ?? "";
  return (
    <div className={styles.filters}>
      <FilterSentence action={`/${locale}/plans/${plan.slug}#commitments`} label={t("plans.filters.legend", { kind })} submit={t("plans.filters.submit")} choice={JSON.stringify(filters)}>
        <FilterChoice name="status" label={t("plans.filters.show", { kind })} value={filters.status} options={filteredStatuses.map((status) => ({ value: status, label: t(`status.progress.${status}`) }))} />
        {choices.agencies.length > 0 && <FilterChoice name="agency" label={t("plans.filters.agency")} value={filters.agency} options={choices.agencies.map((agency) => ({ value: agency.slug, label: name(agency.name) }))} />}
        {choices.areas.length > 0 && <FilterChoice name="area" label={t("plans.filters.area")} value={filters.area} options={choices.areas.map((area) => ({ value: area.code, label: name(area.label) }))} />}
        {choices.sdgs.length > 0 && <FilterChoice name="sdg" label={t("plans.filters.sdg")} value={filters.sdg?.toString() ?? null} options={choices.sdgs.map((sdg) => ({ value: String(sdg.number), label: `${sdg.number} ${name(sdg.label)}` }))} />}
        <FilterCheck name="overdue" label={t("plans.filters.overdue")} checked={filters.overdue} />
      </FilterSentence>
      {isFiltered(filters) && (
        <FilterResult clear={t("plans.filters.clear")} href={`/plans/${plan.slug}#commitments`} hint={t("plans.filters.hint", { kind })}>
          {t("plans.filters.shown", { shown: plan.shown, total: plan.total, kind })}
        </FilterResult>
      )}
    </div>
  );
}
