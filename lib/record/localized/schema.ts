import { z } from "zod";

/** Languages of the interface and of public text, the administrative language first. Another one is a line here and a folder in `messages/`. */
export const locales = ["ka", "en"] as const;
export const localeSchema = z.enum(locales);
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "ka";

/** The language of the page that a plain form was on. */
export function formLocale(form: { locale?: string } | null): Locale {
  return localeSchema.safeParse(form?.locale).data ?? defaultLocale;
}

/** Characters that show nothing and that PostgreSQL or a mail may stumble over, and those that turn the direction of what follows. */
const unprintable = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text as people typed it, without what only programs put in: control characters, changes of writing direction (which
 * could make a name or a file look like another), halves of characters. Line ends become "\n".
 */
export function cleanText(value: string): string {
  return value.replace(/\r\n?|[\u2028\u2029]/g, "\n").toWellFormed().replace(unprintable, "");
}

/** True when a reader would see something: spaces, joiners and other signs without a shape are no text, and a heading of them no heading. */
export function isVisible(value: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(value);
}

const text = (max: number) => z.string().overwrite(cleanText).trim().max(max, "textTooLong").transform((value) => (isVisible(value) ? value : undefined)).optional();

/** One public text in each language it exists in; at least one. Lengths in UTF-16 units. */
export function localizedSchema(max = 20_000) {
  return optionalLocalizedSchema(max).refine((value) => locales.some((locale) => value[locale]), { message: "required" });
}

/** As {@link localizedSchema}, but may be empty: "not stated". */
export function optionalLocalizedSchema(max = 20_000) {
  return z.object({ ka: text(max), en: text(max) });
}

export type Localized = { [L in Locale]?: string | undefined };

/** The text in the language asked for, else in another, with the language it really is in; null when there is none. */
export function localize(value: Localized | null | undefined, locale: Locale): { text: string; lang: Locale } | null {
  const own = value?.[locale];
  if (own) return { text: own, lang: locale };
  for (const other of locales) {
    const fallback = value?.[other];
    if (fallback) return { text: fallback, lang: other };
  }
  return null;
}

/** True when no language has a text. */
export function isBlank(value: Localized | null | undefined): boolean {
  return !value || locales.every((locale) => !value[locale]);
}

/** For the database: drops empty languages; null when nothing is left, so that "not stated" has one form. */
export function compact(value: Localized | null | undefined): Record<string, string> | null {
  const kept = locales.flatMap((locale) => (value?.[locale] ? [[locale, value[locale]] as const] : []));
  return kept.length ? Object.fromEntries(kept) : null;
}
