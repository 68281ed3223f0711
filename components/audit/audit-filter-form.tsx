import { useLocale, useTranslations } from "next-intl";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { AuditFilter } from "#lib/record/audit/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import styles from "./audit-filter-form.module.css";

interface Props {
  filter: AuditFilter;
  choices: { plans: { id: string; title: Localized }[]; entities: string[] };
}

/** Narrows the trail by plan and kind of record; a plain form, so that the choice stands in the address. */
export function AuditFilterForm({ filter, choices }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const wordOf = (entity: string) => (t.has(`entity.${entity}`) ? t(`entity.${entity}`) : entity);
  const plans = choices.plans.map(({ id, title }) => ({ value: id, label: pickText(title, locale)?.text ?? id }));
  return (
    <form method="get" className={styles.filter}>
      {filter.actor && <input type="hidden" name="actor" value={filter.actor} />}
      {filter.record && <input type="hidden" name="record" value={filter.record} />}
      <Select name="plan" label={t("filter.plan")} placeholder={t("filter.allPlans")} options={plans} defaultValue={filter.plan ?? ""} />
      <Select name="entity" label={t("filter.entity")} placeholder={t("filter.allEntities")} options={choices.entities.map((value) => ({ value, label: wordOf(value) }))} defaultValue={filter.entity ?? ""} />
      <Button tone="plain">{t("filter.show")}</Button>
      {(filter.plan || filter.entity || filter.actor || filter.record) && <Link href="/workspace/audit" className={styles.all}>{t("filter.all")}</Link>}
    </form>
  );
}
