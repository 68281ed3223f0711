import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Column } from "#lib/open-data/tables/rules.ts";

/** What each column of each table means. */
export function Dictionary({ tables }: { tables: readonly { name: string; columns: readonly Column[] }[] }) {
  const t = useTranslations("open-data");
  const columns = [{ label: t("data.column") }, { label: t("data.type") }, { label: t("data.meaning") }];
  const meaning = (resource: string, field: string) => t(t.has(`fields.${resource}_${field}`) ? `fields.${resource}_${field}` : `fields.${field}`);
  return tables.map((table) => (
    <section key={table.name} aria-labelledby={table.name}>
      <SectionHeading id={table.name} level={3}>{t(`resources.${table.name}`)}</SectionHeading>
      <Table
        caption={t("data.columns", { what: t(`resources.${table.name}`) })} captionHidden columns={columns}
        rows={table.columns.map(({ name, field, kind }) => ({ key: name, cells: [<code key="name" translate="no">{name}</code>, t(`types.${kind}`), field ? meaning(table.name, field) : t("data.ogpColumn")] }))}
      />
    </section>
  ));
}
