import type { ComponentProps } from "react";
import { useErrorWords } from "./error-words.ts";
import { wiring, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";

type Props = Omit<FieldWords, "optional"> & Omit<ComponentProps<"input">, "name" | "type"> & { name: string };

/** One yes or no. */
export function Checkbox({ label, hint, error, id, ...input }: Props) {
  const own = id ?? input.name;
  const say = useErrorWords();
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ""}`}>
      {error && <p id={`${own}-error`} className={styles.error}>{say(error)}</p>}
      <label className={styles.choice}>
        <input {...input} type="checkbox" {...wiring(own, { hint, error })} />
        <span>
          {label}
          {hint && <span id={`${own}-hint`} className={styles.hint}><br />{hint}</span>}
        </span>
      </label>
    </div>
  );
}
