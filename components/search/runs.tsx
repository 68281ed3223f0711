import type { Run } from "#lib/search/rules.ts";
import styles from "./search.module.css";

/** A text in which what was looked for is marked. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, found }, index) => (found ? <mark key={index} className={styles.mark}>{text}</mark> : text));
}
