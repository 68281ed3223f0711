import { useTranslations, type Locale } from "next-intl";
import type { ComponentProps } from "react";
import { FieldGroup, type FieldWords } from "./field.tsx";
import { TextArea } from "./text-area.tsx";
import { TextInput } from "./text-input.tsx";
import styles from "./field.module.css";

interface Props extends FieldWords {
  /** The inputs are named `<name>.ka`, `<name>.en`. */
  name: string;
  /** The ids are `<id>.ka`, `<id>.en`; the name unless a page has it twice. */
  id?: string;
  multiline?: boolean;
  /** Below each other always: for texts of one line that are to be read whole. */
  stacked?: boolean;
  rows?: number;
  limit?: number;
  defaultValue?: { readonly [L in Locale]?: string | undefined } | null | undefined;
  /** Errors of single languages; `error` is for the whole. */
  errors?: { readonly [L in Locale]?: string | undefined } | undefined;
  /** As in `(language) => form.register(`result.${language}`)`. */
  register?: (language: Locale) => Omit<ComponentProps<"input"> & ComponentProps<"textarea">, "name" | "ref"> & { ref?: (element: unknown) => void };
}

/** One text in every language: beside each other where there is room, below each other on a phone. */
export function LocalizedField({ name, id = name, label, hint, error, optional, errors, multiline, stacked, rows, limit, defaultValue, register }: Props) {
  const t = useTranslations("forms.inLanguage");
  const languages = useLanguages();
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className={stacked ? `${styles.languages} ${styles.stacked}` : styles.languages}>
        {languages.map((language) => {
          const common = { label: t(language), error: errors?.[language], lang: language, defaultValue: defaultValue?.[language], ...register?.(language), name: `${name}.${language}`, id: `${id}.${language}` };
          return multiline ? <TextArea key={language} {...common} rows={rows} limit={limit} /> : <TextInput key={language} {...common} />;
        })}
      </div>
    </FieldGroup>
  );
}

/** Every language that the interface has a word for. */
function useLanguages(): Locale[] {
  const t = useTranslations("forms");
  return Object.keys(t.raw("inLanguage")) as Locale[];
}
