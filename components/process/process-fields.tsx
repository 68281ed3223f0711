"use client";

import { useTranslations } from "next-intl";
import { wordOf } from "#components/editing/fields.tsx";

/** What a field of these forms is called, and what is said below it: `process.fields.<path>`, `process.hints.<path>`. */
export function useProcessWords() {
  const [t, hints] = [useTranslations("process.fields"), useTranslations("process.hints")];
  return (name: string) => {
    const word = wordOf(name);
    return { name, label: t(word), hint: hints.has(word) ? hints(word) : "" };
  };
}

/** What a list of lines is called: `process.lines.<name>`. */
export function useLineWords() {
  const t = useTranslations("process.lines");
  return (name: string) => ({ legend: t(`${name}.legend`), none: t(`${name}.none`), one: (number: number) => t(`${name}.one`, { number }), add: t(`${name}.add`) });
}

/** What a field is called above the form, where an error leads to it: a line's field with its line. */
export function useFieldLabels() {
  const [fields, lines] = [useTranslations("process.fields"), useTranslations("process.lines")];
  return (errors: Readonly<Record<string, string>>) => Object.fromEntries(Object.keys(errors).map((path) => {
    const [list = "", index = ""] = path.split(".");
    const label = fields(wordOf(path));
    return [path, /^\d+$/.test(index) && lines.has(`${list}.one`) ? `${lines(`${list}.one`, { number: Number(index) + 1 })}, ${label}` : label];
  }));
}
