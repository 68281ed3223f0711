import { useId, type ReactNode } from "react";
import { Link } from "./link.tsx";
import styles from "./table.module.css";

export interface Column {
  label: string;
  /** Figures are set flush right so that their places line up. */
  numeric?: boolean;
  /** Path without its language that sets the rows in the order of this column, or in the other direction. */
  href?: string;
  /** The order in which the rows are. */
  sorted?: "ascending" | "descending";
}

interface Props {
  caption: string;
  captionHidden?: boolean;
  /** The names of the rows stay in view while the table scrolls. */
  keepNames?: boolean;
  columns: readonly Column[];
  /** The first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A ruled table; on a narrow screen it scrolls by itself and can be reached by keyboard. */
export function Table({ caption, captionHidden, keepNames, columns, rows }: Props) {
  const id = useId();
  const alignment = (index: number) => (columns[index]?.numeric ? styles.numeric : undefined);
  return (
    // A group and no landmark: a page has many tables, and each often bears the name of its section.
    <div className={styles.scroll} role="group" aria-labelledby={id} tabIndex={0}>
      <table className={keepNames ? `${styles.table} ${styles.keepNames}` : styles.table}>
        <caption id={id} className={captionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, href, sorted }, index) => (
              <th key={label} scope="col" className={alignment(index)} aria-sort={sorted}>{href ? <Link href={href} look="quiet" className={styles.order}>{label}{sorted && <OrderSign sorted={sorted} />}</Link> : label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={alignment(index)}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which way the rows are ordered; said to ears by the column itself. */
function OrderSign({ sorted }: { sorted: "ascending" | "descending" }) {
  return <span aria-hidden="true">{sorted === "ascending" ? "\u00a0▲" : "\u00a0▼"}</span>;
}
