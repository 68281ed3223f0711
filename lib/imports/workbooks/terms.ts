import type { Locale } from "#lib/record/localized/schema.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
import type { ListEntry, ListName, WorkbookTerms } from "./schema.ts";

/** Closed lists that are code, not data: their labels are words of the interface. */
const fixed = {
  levels: ["national", "local", "sectoral"],
  vocabularies: ["commitment", "activity"],
  partKinds: ["challenge", "objective", "part"],
  yesNo: ["yes", "no"],
} as const;

type Data = Record<Exclude<ListName, keyof typeof fixed>, ListEntry[]> & Pick<WorkbookTerms, "organisations">;

/** Puts the words of every language together with the lists that are data. */
export async function termsOf(locales: readonly Locale[], { organisations, ...lists }: Data): Promise<WorkbookTerms> {
  const say = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await translatorFor(locale)] as const))) as Record<Locale, Say>;
  const entriesOf = (name: keyof typeof fixed): ListEntry[] => fixed[name].map((code) => ({ code, label: Object.fromEntries(locales.map((locale) => [locale, say[locale](`workbooks.lists.${name}.${code}`)])) }));
  return { say, organisations, lists: { ...lists, levels: entriesOf("levels"), vocabularies: entriesOf("vocabularies"), partKinds: entriesOf("partKinds"), yesNo: entriesOf("yesNo") } };
}
