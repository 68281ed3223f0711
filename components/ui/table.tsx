import { useId, type ReactNode } from "react";
import styles from "./table.module.css";

export interface Column {
  label: string;
  /** Figures are set flush right so that their places line up. */
  numeric?: boolean;
}

interface Props {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column[];
  /** The first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A ruled table; on a narrow screen it scrolls by itself and can be reached by keyboard. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  const id = useId();
  const alignment = (index: number) => (columns[index]?.numeric ? styles.numeric : undefined);
  return (
    <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
      <table className={styles.table}>
        <caption id={id} className={captionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => <th key={column.label} scope="col" className={alignment(index)}>{column.label}</th>)}
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
