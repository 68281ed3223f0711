import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { guessKinds } from "#lib/imports/loose-plans/kinds/rules.ts";
import { columnLetter } from "#lib/imports/loose-plans/places/rules.ts";
import { rowKinds, type RowKind } from "#lib/imports/loose-plans/schema.ts";
import type { MappingPart } from "./mapping-part.ts";
import styles from "./rows-table.module.css";

type Shown = "table" | "all" | "left_out";
const drawn = 40;

/** The document as it was read, row by row, each with what it is. Scrolls inside itself; more rows come on demand. */
export function RowsTable({ table, mapping, change }: MappingPart) {
  const t = useTranslations("loose-plans");
  const [shown, setShown] = useState<Shown>("table");
  const [count, setCount] = useState(drawn);
  const id = useId();
  const rows = table.rows.map((row, index) => ({ row, index, kind: mapping.rows[index] ?? ("left_out" as RowKind) })).filter(({ row, kind }) => shown === "all" || (shown === "left_out" ? kind === "left_out" : row.table > 0 || kind !== "left_out"));
  const set = (index: number, kind: RowKind) => change((before) => ({ ...before, rows: table.rows.map((_, at) => (at === index ? kind : (before.rows[at] ?? "left_out"))) }));
  return (
    <>
      <div className={styles.tools}>
        <Select name="rows-shown" label={t("rows.show")} placeholder={null} value={shown} options={(["table", "all", "left_out"] as const).map((value) => ({ value, label: t(`rows.${value}`) }))} onChange={(event) => setShown(event.target.value as Shown)} />
        <div>
          <Button type="button" tone="plain" onClick={() => change((before) => ({ ...before, rows: guessKinds(table, before.columns) }))}>{t("rows.again")}</Button>
          <p className={styles.hint}>{t("rows.againHint")}</p>
        </div>
      </div>
      <div className={styles.scroll} role="group" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table}>
          <caption id={id} className={styles.caption}>{t("rows.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("rows.row")}</th>
              <th scope="col">{t("rows.kind")}</th>
              {mapping.columns.map(({ field }, index) => <th key={index} scope="col" className={field === "ignored" ? styles.ignored : undefined}>{columnLetter(index)}{field !== "ignored" && field !== "sum" && <span className={styles.field}>{t(`field.${field}`)}</span>}</th>)}
            </tr>
          </thead>
          <tbody lang={mapping.facts.language}>
            {rows.slice(0, count).map(({ row, index, kind }) => (
              <tr key={index} className={styles[kind]}>
                <th scope="row">{index + 1}</th>
                <td><KindSelect row={index + 1} kind={kind} onChange={(next) => set(index, next)} /></td>
                {row.cells.map(({ text, filled }, column) => <td key={column} colSpan={row.table === 0 ? table.columns : 1} className={filled ? styles.filled : undefined}><div className={styles.text}>{text}</div></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > count && <Button type="button" tone="plain" onClick={() => setCount(count + drawn)}>{t("rows.more", { count: Math.min(drawn, rows.length - count) })}</Button>}
    </>
  );
}

function KindSelect({ row, kind, onChange }: { row: number; kind: RowKind; onChange: (kind: RowKind) => void }) {
  const t = useTranslations("loose-plans");
  return (
    <select className={styles.kind} aria-label={t("rows.kindOf", { row })} value={kind} onChange={(event) => onChange(event.target.value as RowKind)}>
      {rowKinds.map((value) => <option key={value} value={value}>{t(`kind.${value}`)}</option>)}
    </select>
  );
}
