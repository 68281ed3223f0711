"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { get, useController, useFormContext } from "react-hook-form";
import { Checkbox } from "#components/forms/checkbox.tsx";
import { Combobox } from "#components/forms/combobox.tsx";
import { FieldGroup } from "#components/forms/field.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { flat } from "#components/forms/use-action-form.ts";
import styles from "./editing.module.css";

/** Words of a field; the indices of lines do not count. */
export interface FieldNames {
  name: string;
  label?: string;
  hint?: string;
  optional?: boolean;
}

/** The path of a field without the places of lines: "indicators.0.text.ka" is "indicators.text". */
export function wordOf(path: string): string {
  return path.split(".").filter((part) => !/^\d+$/.test(part) && part !== "ka" && part !== "en").join("_");
}

/** What every field of the editor's forms takes from its form. The value stands in the page as it arrives, too. */
function useWords({ name, label, hint, optional }: FieldNames) {
  const t = useTranslations("editing.fields");
  const hints = useTranslations("editing.hints");
  const { formState } = useFormContext();
  const word = wordOf(name);
  const said = hint ?? (hints.has(word) ? hints(word) : undefined);
  return {
    words: { name, label: label ?? t(word), ...(said ? { hint: said } : {}), ...(optional ? { optional } : {}) },
    first: get(formState.defaultValues, name) as unknown,
    errors: flat(formState.errors),
  };
}

/** One line of text. */
export function TextField({ inputMode, ...names }: FieldNames & Pick<ComponentProps<"input">, "inputMode">) {
  const { words, first, errors } = useWords(names);
  const { register } = useFormContext();
  return <TextInput {...words} {...register(names.name)} inputMode={inputMode} autoComplete="off" defaultValue={String(first ?? "")} error={errors[names.name]} />;
}

/** A text in every language, in areas that grow with it; one row is a single line. */
export function BothField({ rows = 2, ...names }: FieldNames & { rows?: number }) {
  const { words, first, errors } = useWords(names);
  const { register } = useFormContext();
  const { name } = names;
  return (
    <LocalizedField
      {...words} {...(rows > 1 ? { multiline: true, rows } : {})} defaultValue={first as { ka?: string; en?: string } | undefined} error={errors[name]}
      errors={{ ka: errors[`${name}.ka`], en: errors[`${name}.en`] }} register={(language) => register(`${name}.${language}`)}
    />
  );
}

/** One of a few. */
export function ChoiceField({ options, placeholder, ...names }: FieldNames & { options: readonly Option[]; placeholder?: string | null }) {
  const { words, first, errors } = useWords(names);
  const { register } = useFormContext();
  return <Select {...words} {...register(names.name)} options={options} placeholder={placeholder} defaultValue={String(first ?? "")} error={errors[names.name]} />;
}

/** One of hundreds. */
export function SearchField({ options, ...names }: FieldNames & { options: readonly Option[] }) {
  const { words, errors } = useWords(names);
  const { field } = useController({ name: names.name });
  return <Combobox {...words} options={options} value={String(field.value ?? "")} onChange={field.onChange} error={errors[names.name]} />;
}

/** Yes or no. */
export function YesField(names: FieldNames) {
  const { words, first, errors } = useWords(names);
  const { register } = useFormContext();
  const { label, hint, name } = words;
  return <Checkbox label={label} hint={hint} {...register(name)} name={name} defaultChecked={first === true} error={errors[name]} />;
}

/** Any number of a few, all in sight. */
export function ManyField({ options, ...names }: FieldNames & { options: readonly Option[] }) {
  const { words, first } = useWords(names);
  const { register } = useFormContext();
  const chosen = Array.isArray(first) ? first : [];
  const { name, label, hint } = words;
  return (
    <FieldGroup id={name} label={label} hint={hint}>
      <div className={styles.choices}>
        {options.map(({ value, label: own }, index) => (
          <label key={value} className={styles.choice}>
            <input {...register(name)} type="checkbox" id={index === 0 ? name : undefined} value={value} defaultChecked={chosen.includes(value)} />
            <span>{own}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Fields that belong together, under what they are about. */
export function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** Two short fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
