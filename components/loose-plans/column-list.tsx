import { useLocale, useTranslations } from "next-intl";
import { Select, type Option } from "#components/forms/select.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { columnLetter } from "#lib/imports/loose-plans/places/rules.ts";
import { columnFields, type ColumnField, type ColumnMapping } from "#lib/imports/loose-plans/schema.ts";
import type { ListedCode, MappingPart } from "./mapping-part.ts";
import styles from "./mapping-screen.module.css";

/** A sum's column is chosen together with the funding source it belongs to. */
const valueOf = ({ field, source }: ColumnMapping) => (field === "sum" ? `sum:${source ?? ""}` : field);

/** Each column with its heading, what stands in it, and what it means. */
export function ColumnList({ table, mapping, change, sources }: MappingPart & { sources: readonly ListedCode[] }) {
  const t = useTranslations("loose-plans");
  const locale = useLocale();
  const options: Option[] = columnFields.flatMap((field) =>
    field === "sum" ? sources.map(({ code, label }) => ({ value: `sum:${code}`, label: t("field.sum", { source: pickText(label, locale)?.text ?? code }) })) : [{ value: field, label: t(`field.${field}`) }],
  );
  const set = (index: number, edit: (column: ColumnMapping) => ColumnMapping) => change((before) => ({ ...before, columns: before.columns.map((column, at) => (at === index ? edit(column) : column)) }));
  const choose = (index: number, value: string) => {
    const [field = "ignored", source] = value.split(":") as [ColumnField, string?];
    set(index, ({ heading, unit }) => ({ field, heading, ...(field === "sum" && source ? { source } : {}), ...(unit ? { unit } : {}) }));
  };
  return (
    <ol className={styles.columns}>
      {mapping.columns.map((column, index) => ({ column, index, texts: examplesOf(table, mapping, index) })).map(({ column, index, texts }) => (
        <li key={index} className={styles.column}>
          <Select name={`column-${index}`} label={titleOf(t, column.heading, columnLetter(index))} placeholder={null} value={valueOf(column)} options={options} onChange={(event) => choose(index, event.target.value)} />
          {texts.length > 0 && (column.field === "budget" || column.field === "sum") && (
            <Select
              name={`unit-${index}`} label={t("unit")} placeholder={null} value={String(column.unit ?? 1)} options={(["1", "1000", "1000000"] as const).map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
              onChange={(event) => set(index, (before) => ({ ...before, unit: Number(event.target.value) as 1 | 1000 | 1_000_000 }))}
            />
          )}
          <Examples texts={texts} lang={mapping.facts.language} />
        </li>
      ))}
    </ol>
  );
}

function titleOf(t: ReturnType<typeof useTranslations<"loose-plans">>, heading: string, letter: string): string {
  return heading ? t("columnNamed", { letter, heading }) : t("column", { letter });
}

/** The first texts of rows that count; of other rows only when there is none. */
function examplesOf({ rows }: MappingPart["table"], mapping: MappingPart["mapping"], column: number): string[] {
  const texts = rows.flatMap((row, index) => (row.table > 0 && ["commitment", "milestone"].includes(mapping.rows[index] ?? "") && !row.cells[column]?.filled ? row.cells[column]?.text || [] : []));
  return [...new Set(texts)].slice(0, 2);
}

function Examples({ texts, lang }: { texts: readonly string[]; lang: string }) {
  const t = useTranslations("loose-plans");
  if (texts.length === 0) return <p className={styles.note}>{t("empty")}</p>;
  return (
    <div className={styles.examples}>
      <p className={styles.note}>{t("examples")}</p>
      {texts.map((text) => <p key={text} lang={lang} className={styles.example}>{text}</p>)}
    </div>
  );
}
