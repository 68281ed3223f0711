import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { ShareStrip, StepStrip } from "#components/charts/share-strip.tsx";
import { progressShape } from "#components/reporting/progress-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { columnWord, comparisonAddress, pathOf, type ColumnGroup, type ComparedColumn, type ComparedTable } from "#lib/figures/comparisons/rules.ts";
import type { ComparedRow, Comparison } from "#lib/figures/comparisons/schema.ts";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import styles from "./comparisons.module.css";

interface Props {
  group: ColumnGroup;
  table: ComparedTable;
  comparison: Comparison;
  locale: Locale;
}

/** What one voice says of everybody that is compared: a picture under each name and its figures beside it. Every heading sets the rows in its order. */
export function ComparisonTable({ group, table, comparison, locale }: Props) {
  const t = useTranslations();
  const columns = table.columns.filter((column) => column.group === group);
  const title = t(`comparisons.groups.${group}`);
  const order = (key: string) => orderOf(comparison, key, group);
  const labelOf = (column: ComparedColumn) => (column.label ? (pickText(column.label, locale)?.text ?? column.key) : t(columnWord(column)));
  return (
    <section aria-labelledby={group} className={styles.group} data-print-across>
      <SectionHeading id={group}>{title}</SectionHeading>
      <p>{t(`comparisons.voices.${group}`, { unit: comparison.of, scale: table.scale ? (pickText(table.scale.label, locale)?.text ?? table.scale.code) : "" })}</p>
      <Table
        caption={title}
        captionHidden
        keepNames
        columns={[{ label: t(`comparisons.one.${comparison.by}`), ...order("name") }, ...columns.map((column) => ({ label: labelOf(column), numeric: true, ...order(column.key) }))]}
        rows={table.rows.map((row) => ({
          key: row.slug,
          cells: [<RowName key="name" row={row} comparison={comparison} locale={locale}><Picture row={row} group={group} columns={columns} table={table} /></RowName>, ...columns.map((column) => <Figure key={column.key} value={column.value(row)} locale={locale} />)],
        }))}
      />
    </section>
  );
}

/** The largest first, then the smallest; names the other way round. */
function orderOf(comparison: Comparison, key: string, group: ColumnGroup) {
  const { sort } = comparison;
  const [first, second] = key === "name" ? [key, `-${key}`] : [`-${key}`, key];
  const sorted = sort === key ? ("ascending" as const) : sort === `-${key}` ? ("descending" as const) : undefined;
  return { href: `${comparisonAddress(comparison, { sort: sort === first ? second : first })}#${group}`, sorted };
}

function RowName({ row, comparison, locale, children }: { row: ComparedRow; comparison: Comparison; locale: Locale; children: ReactNode }) {
  const path = pathOf(comparison.by, row.slug);
  const name = <LocalizedText value={row.name} locale={locale} />;
  return <span className={styles.name}>{path ? <Link href={path} look="quiet">{name}</Link> : name}{children}</span>;
}

function Figure({ value, locale }: { value: number | null; locale: Locale }) {
  const t = useTranslations("comparisons");
  return value === null ? <span className={styles.none}>{t("none")}</span> : formatNumber(value, locale);
}

function Picture({ row, group, columns, table }: { row: ComparedRow; group: ColumnGroup; columns: readonly ComparedColumn[]; table: ComparedTable }) {
  if (group === "answers") return null;
  if (group === "progress") {
    return <ShareStrip parts={[...progressStatuses, "not_reported" as const].map((status) => ({ key: status, count: row.progress[status] ?? 0, shape: progressShape(status === "not_reported" ? null : status) }))} />;
  }
  const rankOf = new Map(table.scale?.grades.map(({ code, rank }) => [code, rank]));
  return <StepStrip parts={columns.map(({ key, value }) => ({ key, count: value(row) ?? 0, step: rankOf.get(key.replace(/^[a-z]+_/, "")) ?? null }))} />;
}
