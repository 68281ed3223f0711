import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";

export interface Option {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

type Props = FieldWords & Omit<ComponentProps<"select">, "name" | "children"> & {
  name: string;
  options: readonly Option[];
  /** Words of the empty choice; null for none. */
  placeholder?: string | null;
};

/** One of a list, with the browser's own select. */
export function Select({ label, hint, error, optional, id, options, placeholder, className, ...select }: Props) {
  const own = id ?? select.name;
  const t = useTranslations("forms");
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional}>
      <select {...select} {...wiring(own, { hint, error })} className={[styles.control, className].filter(Boolean).join(" ")}>
        {placeholder !== null && <option value="">{placeholder ?? t("choose")}</option>}
        {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
      </select>
    </Field>
  );
}
