import type { ComponentProps } from "react";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";

type Props = FieldWords & Omit<ComponentProps<"input">, "name"> & { name: string };

/** One line of text, with its label, hint and error. Takes what `register()` gives, or a plain `defaultValue`. */
export function TextInput({ label, hint, error, optional, id, className, ...input }: Props) {
  const own = id ?? input.name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional}>
      <input type="text" {...input} {...wiring(own, { hint, error })} className={[styles.control, className].filter(Boolean).join(" ")} />
    </Field>
  );
}
