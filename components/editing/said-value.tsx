"use client";

import { useLocale, useTranslations } from "next-intl";
import { NotStated } from "#components/ui/not-stated.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import type { FormValue } from "#lib/editing/drafts/rules.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";
import type { FormChoices } from "./form-choices.ts";
import styles from "./editing.module.css";

/** What a field of a form says, to be read beside another version of it: names instead of ids, every language it is in. */
export function SaidValue({ name, value, choices }: { name: string; value: FormValue | undefined; choices: FormChoices }) {
  const say = useSaying(choices);
  if (Array.isArray(value)) {
    if (value.length === 0) return <NotStated />;
    return <ul>{value.map((line, index) => <li key={index} className={styles.text}>{say(name, line).join(", ")}</li>)}</ul>;
  }
  if (typeof value === "object" && ("ka" in value || "en" in value)) {
    const texts = locales.flatMap((locale) => (value[locale] ? [{ locale, text: String(value[locale]) }] : []));
    if (texts.length === 0) return <NotStated />;
    return <>{texts.map(({ locale, text }) => <p key={locale} lang={locale} className={styles.text}>{text}</p>)}</>;
  }
  const [said] = say(name, value);
  return said ? <p className={styles.text}>{said}</p> : <NotStated />;
}

/** The words of a value and of all that is in it. */
function useSaying({ organisations, thematicAreas, sdgs, fundingSources, scales }: FormChoices) {
  const [roles, fields, status, vocabulary] = [useTranslations("status.partnership"), useTranslations("editing.fields"), useTranslations("status"), useTranslations("editing.vocabulary")];
  const labels = new Map([...organisations, ...thematicAreas, ...fundingSources, ...scales].map(({ value, label }) => [value, label]));
  const goals = new Map(sdgs.map(({ value, label }) => [value, label]));
  const locale = useLocale();
  const day = (date: string) => (partialDateSchema.safeParse(date).success ? formatPartialDate(date, locale) : date);
  const coded: Record<string, (code: string) => string> = {
    startsOn: day, endsOn: day, date: day,
    role: (code) => roles(code), level: (code) => status(`planLevel.${code}`), kind: (code) => status(`partKind.${code}`), vocabulary: (code) => vocabulary(code), sdgs: (code) => goals.get(code) ?? code,
  };
  const say = (name: string, value: FormValue | undefined): string[] => {
    if (value === undefined || value === "" || value === false || name === "id") return [];
    if (value === true) return [fields(`budgetLines_${name}`)];
    if (Array.isArray(value)) return value.flatMap((item) => say(name, item));
    if (typeof value === "object") return Object.entries(value).flatMap(([key, inner]) => say(key, inner));
    return [coded[name]?.(value) ?? labels.get(value) ?? value];
  };
  return say;
}
