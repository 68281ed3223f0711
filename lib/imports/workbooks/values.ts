import type { Locale, Localized } from "#lib/record/localized/schema.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";
import type { ListEntry } from "./schema.ts";

/** How names, headings and labels are compared: case, spaces, dashes and quotation marks make no difference. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[„“”«»"'’‘`]/g, "").replace(/[‐‑‒–—−]/g, "-").replace(/[\u200b\u00ad\ufeff]/g, "").replace(/\s+/g, " ").trim();
}

/** The code of an entry named by its code, or by its label in any language; null for none, or for a label of two. */
export function codeOf(entries: readonly ListEntry[], text: string): string | null {
  const wanted = plain(text);
  const byCode = entries.find(({ code }) => plain(code) === wanted);
  if (byCode) return byCode.code;
  const labelled = entries.filter(({ label }) => Object.values(label).some((words) => words && plain(words) === wanted));
  return labelled.length === 1 ? (labelled[0]?.code ?? null) : null;
}

/** What an entry is called in a language, if that is read back as the same entry; else its code. */
export function labelOf(entries: readonly ListEntry[], code: string, locale: Locale): string {
  const label = entries.find((entry) => entry.code === code)?.label[locale];
  return label && !/[;\n]/.test(label) && codeOf(entries, label) === code ? label : code;
}

const months: Record<string, number> = {};
const monthNames = [
  "იანვარი იანვ იან january jan", "თებერვალი თებ february feb", "მარტი მარ march mar", "აპრილი აპრ april apr", "მაისი მაი may", "ივნისი ივნ june jun", "ივლისი ივლ july jul", "აგვისტო აგვ august aug",
  "სექტემბერი სექტ სექ september sept sep", "ოქტომბერი ოქტ october oct", "ნოემბერი ნოე november nov", "დეკემბერი დეკ december dec",
];
monthNames.forEach((names, index) => names.split(" ").forEach((name) => (months[name] = index + 1)));

/** A month by its name in Georgian (also in the genitive, dative or "-მდე" form) or English; null for none. */
function monthOf(word: string): number | null {
  const name = word.replace(/\.$/, "");
  return months[name] ?? months[name.replace(/(ისთვის|ამდე|მდე|ის|ს|ში)$/, "")] ?? months[name.replace(/(ისთვის|ამდე|მდე|ის|ს|ში)$/, "ი")] ?? months[name.replace(/(სთვის|მდე|ს|ში)$/, "")] ?? null;
}

const two = (value: string | number) => String(value).padStart(2, "0");
const real = (date: string): string | null => partialDateSchema.safeParse(date).data ?? null;

/**
 * A date as people write it, as exact as it says: `2024`, `2018-10`, `10.2018`, `ოქტომბერი 2018`, `2018 წლის ოქტომბერი`, `October 2018`,
 * `31.12.2024`, `31/12/2024`, `31 დეკემბერი 2024`, `December 31, 2024`. Day before month, as in Georgia. Null: it is none.
 */
export function readDate(text: string): string | null {
  const date = plain(text).replace(/,/g, " ").replace(/\s*(წელი|წლის|წ\.)\s*/g, " ").replace(/(?<=^|\d)-(ის|ს|მდე|ში)(?= |$)/g, "").replace(/\s+/g, " ").trim();
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return real(date);
  const numeric = /^(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})$/.exec(date);
  if (numeric) return real([numeric[3], two(numeric[2] ?? ""), ...(numeric[1] ? [two(numeric[1])] : [])].join("-"));
  const words = date.split(" ");
  const month = words.map(monthOf).find((value) => value !== null);
  const numbers = words.filter((word) => monthOf(word) === null);
  const year = numbers.find((word) => /^\d{4}$/.test(word));
  const day = numbers.find((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word));
  if (!month || !year || words.length !== (day ? 3 : 2)) return null;
  return real([year, two(month), ...(day ? [two(Number.parseInt(day, 10))] : [])].join("-"));
}

/** A number as people write it: groups by spaces, decimals after a point or a comma. Null when it is none, or when "1,234" leaves open which it is. */
export function readNumber(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(\D|$))/g, "").replace(/^[−–]/, "-");
  if (/^-?\d{1,15}(\.\d+)?$/.test(digits)) return Number(digits);
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)$/.test(digits) || /^-?\d{1,3}(,\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(",", ""));
  const comma = /^(-?\d{1,15}),(\d+)$/.exec(digits);
  return comma && comma[2]?.length !== 3 ? Number(`${comma[1]}.${comma[2]}`) : null;
}

/** A text in languages without those that are empty; undefined when nothing is left. */
export function localizedOf(texts: Partial<Record<Locale, string>>): Localized | undefined {
  const stated = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return stated.length > 0 ? Object.fromEntries(stated) : undefined;
}
