import type { ReactNode } from "react";
import { NotStated } from "./not-stated.tsx";
import styles from "./fact-list.module.css";

export interface Fact {
  label: string;
  /** Null, undefined and "" are said to be not stated. */
  value?: ReactNode;
}

/** Facts as a register sets them: the name on the left, what is known on the right, a thin line between. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value === null || value === undefined || value === "" ? <NotStated /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
