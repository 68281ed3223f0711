import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorWords } from "./error-words.ts";
import styles from "./field.module.css";

/** What every control of a form has in common. */
export interface FieldWords {
  label: string;
  hint?: ReactNode;
  /** A key of `errors.json`, as zod and the commands give it. */
  error?: string | undefined;
  /** Says that the field may stay empty; a field is needed unless it says so. */
  optional?: boolean | undefined;
}

interface Props extends FieldWords {
  /** The id of the control; its name, unless a page has it twice. */
  id: string;
  children: ReactNode;
}

/** Label above, hint below it, error beside the control. */
export function Field({ id, label, hint, error, optional, children }: Props) {
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ""}`}>
      <label className={styles.label} htmlFor={id}>{label}<Optional when={optional} /></label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

/** The same for several controls that answer one question. */
export function FieldGroup({ id, label, hint, error, optional, children }: Props) {
  return (
    <fieldset id={`${id}-group`} className={`${styles.field} ${error ? styles.wrong : ""}`} aria-describedby={describedBy(id, hint, error)}>
      <legend className={styles.label}>{label}<Optional when={optional} /></legend>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  );
}

/** Ties a control to its hint and its error for those who listen. */
export function wiring(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  return { id, "aria-describedby": describedBy(id, hint, error), "aria-invalid": error ? true : undefined };
}

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

function Optional({ when }: { when: boolean | undefined }) {
  const t = useTranslations("forms");
  return when ? <span className={styles.optional}> ({t("optional")})</span> : null;
}

/** What is said of a control before it is used. */
export function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? <div id={`${id}-hint`} className={styles.hint}>{hint}</div> : null;
}

/** What is wrong with what a control holds; `error` is a key of `errors.json`. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const say = useErrorWords();
  return error ? <p id={`${id}-error`} className={styles.error}>{say(error)}</p> : null;
}
