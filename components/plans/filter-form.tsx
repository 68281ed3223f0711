import { useTranslations, type Locale } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { PlanView } from "#lib/plans/queries.ts";
import { filteredStatuses, isFiltered } from "#lib/plans/rules.ts";
import styles from "./filter-form.module.css";

/** The filters as a sentence; a plain form whose choices become the address. The key lets the fields follow it back. */
export function FilterForm({ plan, locale }: { plan: PlanView; locale: Locale }) {
  const t = useTranslations();
  const { filters, choices, vocabulary: kind } = plan;
  const name = (value: Parameters<typeof pickText>[0]) => pickText(value, locale)?.text ?? "";
  return (
    <div className={styles.filters}>
      <form key={JSON.stringify(filters)} method="get" action={`/${locale}/plans/${plan.slug}#commitments`} aria-label={t("plans.filters.legend", { kind })}>
        <p className={styles.sentence}>
          <Choice name="status" label={t("plans.filters.show", { kind })} value={filters.status} options={filteredStatuses.map((status) => ({ value: status, label: t(`status.progress.${status}`) }))} />
          {choices.agencies.length > 0 && <Choice name="agency" label={t("plans.filters.agency")} value={filters.agency} options={choices.agencies.map((agency) => ({ value: agency.slug, label: name(agency.name) }))} />}
          {choices.areas.length > 0 && <Choice name="area" label={t("plans.filters.area")} value={filters.area} options={choices.areas.map((area) => ({ value: area.code, label: name(area.label) }))} />}
          {choices.sdgs.length > 0 && <Choice name="sdg" label={t("plans.filters.sdg")} value={filters.sdg?.toString() ?? null} options={choices.sdgs.map((sdg) => ({ value: String(sdg.number), label: `${sdg.number} ${name(sdg.label)}` }))} />}
          <label className={styles.check}>
            <input type="checkbox" name="overdue" value="yes" defaultChecked={filters.overdue} /> {t("plans.filters.overdue")}
          </label>
          <Button tone="plain">{t("plans.filters.submit")}</Button>
        </p>
      </form>
      {isFiltered(filters) && (
        <>
          <p className={styles.shown}>
            {t("plans.filters.shown", { shown: plan.shown, total: plan.total, kind })}
            <Link href={`/plans/${plan.slug}#commitments`} className={styles.clear}>{t("plans.filters.clear")}</Link>
          </p>
          <p className={styles.hint}>{t("plans.filters.hint", { kind })}</p>
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
}

/** A word of the sentence that can be chosen. */
function Choice({ name, label, value, options }: ChoiceProps) {
  const t = useTranslations("plans.filters");
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""} className={styles.select}>
        <option value="">{t("any")}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
