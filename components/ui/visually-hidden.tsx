import type { ReactNode } from "react";
import styles from "./visually-hidden.module.css";

/** Words for those who listen: read aloud, not drawn. */
export function VisuallyHidden({ as: As = "span", children }: { as?: "span" | "p" | "h2" | "h3"; children: ReactNode }) {
  return <As className={styles.hidden}>{children}</As>;
}
