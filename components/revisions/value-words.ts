import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import { formatMoney, formatNumber, formatPartialDate } from "#lib/platform/i18n/formats.ts";

type Say = (key: string, values?: Record<string, string | number>) => string;
type Locale = "ka" | "en";

/** One thing of a list in words; the key tells it from the others before and after. */
export interface Item {
  key: string;
  words: string;
}

const record = (value: unknown) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});
const text = (value: unknown, locale: Locale) => pickText(value as Texts | null, locale)?.text ?? "";

const dates = new Set(["startsOn", "endsOn", "date"]);
/** Values of closed lists, by where their words stand. */
const coded: Record<string, string> = { level: "status.planLevel", vocabulary: "commitments.kind", kind: "status.partKind" };

/** A single value of a field in words; null: not stated. `say` speaks all namespaces. */
export function valueWords(field: string, value: unknown, locale: Locale, say: Say): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (dates.has(field)) return formatPartialDate(String(value), locale);
  if (typeof value === "string") return coded[field] ? say(`${coded[field]}.${value}`) : value;
  if (typeof value === "number") return formatNumber(value, locale);
  const { name, label, title, number } = record(value);
  if (name || label) return text(name ?? label, locale);
  return [number, text(title, locale)].filter(Boolean).join(" ") || null;
}

const itemWords: Record<string, (item: Record<string, unknown>, locale: Locale, say: Say) => string> = {
  partnerships: ({ role, organisation }, locale, say) => `${text(record(organisation).name, locale)} (${say(`status.partnership.${String(role)}`)})`,
  indicators: (item, locale, say) => [item.code, text(item.text, locale), figures(item, locale, say)].filter(Boolean).join(" · "),
  sources: (item, locale) => text(item.text, locale),
  thematicAreas: ({ label }, locale) => text(label, locale),
  sdgs: ({ number, label }, locale) => `${String(number)} ${text(label, locale)}`,
  budgetLines: (line, locale, say) =>
    [
      line.amount === null ? null : formatMoney(String(line.amount), String(line.currency), locale), line.programmeCode, text(line.fundingSource, locale),
      line.noAdditionalCost ? say("revisions.noAdditionalCost") : null, text(line.statedText, locale),
    ].filter(Boolean).join(" · "),
};

function figures({ baseline, target, unit }: Record<string, unknown>, locale: Locale, say: Say): string {
  const named = (["baseline", "target"] as const).flatMap((name) => {
    const value = { baseline, target }[name];
    return value === null || value === undefined ? [] : [say(`revisions.${name}`, { value: `${formatNumber(String(value), locale, 6)} ${text(unit, locale)}`.trim() })];
  });
  return named.join(", ");
}

/** The things of a list in words; null when the field is no list. */
export function listItems(field: string, value: unknown, locale: Locale, say: Say): Item[] | null {
  const wordsOf = itemWords[field];
  if (!wordsOf) return null;
  return (Array.isArray(value) ? value : []).map((item: unknown) => {
    const words = wordsOf(record(item), locale, say);
    const { id } = record(item);
    return { key: typeof id === "string" ? id : words, words };
  });
}

/** The languages in which a text was or is written; null when the values are no texts. */
export function textsOf(before: unknown, after: unknown): Locale[] | null {
  const isTexts = (value: unknown) => value === null || (typeof value === "object" && !Array.isArray(value) && Object.entries(value).every(([key, words]) => /^[a-z]{2}$/.test(key) && typeof words === "string"));
  if (!isTexts(before) || !isTexts(after) || (before === null && after === null)) return null;
  const [old, fresh] = [record(before), record(after)];
  return (["ka", "en"] as const).filter((locale) => old[locale] !== fresh[locale]);
}
