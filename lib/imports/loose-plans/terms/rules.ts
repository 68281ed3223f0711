import type { PartialDate } from "#lib/record/terms/schema.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";
import { plain } from "#lib/imports/workbooks/values.ts";

/** A term as a document states it. `rest`: something besides it was said ("annually"), so that its words are kept, too. */
export interface StatedTerm {
  startsOn?: PartialDate;
  endsOn?: PartialDate;
  rest: boolean;
}

const months = ["იანვ|jan", "თებერვ|feb", "მარტ|mar", "აპრილ|apr", "მაის|may", "ივნის|jun", "ივლის|jul", "აგვისტ|aug", "სექტემბ|sep", "ოქტომბ|oct", "ნოემბ|nov", "დეკემბ|dec"];
const monthPattern = new RegExp(`(?<![a-zა-ჰ])(?:${months.map((names) => `(${names.split("|")[0]}[ა-ჰ]*|${names.split("|")[1]}(?:[a-z]*))`).join("|")})\\.?(?![a-zა-ჰ])`);
const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, პირველი: 1, მეორე: 2, მესამე: 3, მეოთხე: 4, first: 1, second: 2, third: 3, fourth: 4 };
const ordinal = "(iv|i{1,3}|[1-4]|მე-?[2-4]|პირველი|მეორე|მესამე|მეოთხე|first|second|third|fourth)(?:-?(?:ლი|ე|st|nd|rd|th))?";
const quarterPattern = new RegExp(`(?:(?<![a-zა-ჰ\\d])${ordinal}\\s*(?:კვარტალ[ა-ჰ]*|კვ\\.|quarter)|(?<![a-z])q([1-4]))`);
const halfPattern = new RegExp(`(?<![a-zა-ჰ\\d])${ordinal}\\s*(?:ნახევარ[ა-ჰ]*|ნახევრ[ა-ჰ]*|half)`);
const filler = /(?<![a-zა-ჰ])(წელი|წლის|წლები|წლებში|წელს|წწ\.?|წ\.?|წლიდან|years?|of|the|in|from|განმავლობაში|during)(?![a-zა-ჰ])/g;
const two = (value: number) => String(value).padStart(2, "0");

const ordinalOf = (word: string | undefined) => (word ? (roman[word] ?? Number(word.replace(/\D/g, ""))) : 0);

/** One side of a term: a year, and what of it. */
interface Side {
  year?: string;
  /** First and last month; the same for one. */
  months?: [number, number];
  day?: number;
  rest: boolean;
  /** It names two years, so that neither can be taken for its year. */
  torn: boolean;
}

function sideOf(text: string): Side {
  let left = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(left);
    if (match) left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
    return match;
  };
  const exact = take(/#(\d{4})(\d{2})(\d{2})?/);
  if (exact) return { year: exact[1] ?? "", months: [Number(exact[2]), Number(exact[2])], ...(exact[3] ? { day: Number(exact[3]) } : {}), rest: hasWords(left), torn: false };
  const year = take(/(?<!\d)(19|20)\d{2}(?!\d)/)?.[0];
  const quarter = take(quarterPattern);
  const half = quarter ? null : take(halfPattern);
  const month = quarter || half ? null : take(monthPattern);
  const found = month ? month.slice(1).findIndex(Boolean) + 1 : 0;
  const day = month ? Number(take(/(?<!\d)([12]?\d|3[01]|0\d)(?!\d)(?:st|nd|rd|th)?/)?.[1] ?? 0) : 0;
  const [q, h] = [ordinalOf(quarter?.[1] ?? quarter?.[2]), ordinalOf(half?.[1])];
  const span: [number, number] | undefined = q ? [q * 3 - 2, q * 3] : h && h < 3 ? [h * 6 - 5, h * 6] : found ? [found, found] : undefined;
  return { ...(year ? { year } : {}), ...(span ? { months: span } : {}), ...(day ? { day } : {}), rest: hasWords(left), torn: /(?<!\d)(19|20)\d{2}(?!\d)/.test(left) };
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text.replace(filler, " "));

function dateOf({ year, months: span, day }: Side, end: 0 | 1): PartialDate | undefined {
  const date = [year, ...(span ? [two(span[end])] : []), ...(span && day ? [two(day)] : [])].join("-");
  return year ? partialDateSchema.safeParse(date).data : undefined;
}

/** Dates in digits as "#YYYYMMDD", so that no hyphen or point of theirs is taken for a range. */
function withExactDates(text: string): string {
  return text
    .replace(/(?<!\d)(\d{4})-(0[1-9]|1[0-2])-(\d{2})(?!\d)/g, "#$1$2$3")
    .replace(/(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?!\d)/g, (_, day: string, month: string, year: string) => `#${year}${two(Number(month))}${two(Number(day))}`)
    .replace(/(?<![\d./])(0?[1-9]|1[0-2])[./]((?:19|20)\d{2})(?!\d)/g, (_, month: string, year: string) => `#${year}${two(Number(month))}`)
    .replace(/(?<!\d)((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/g, "#$1$2")
    .replace(/(?<!\d)((?:19|20))(\d{2})-(\d{2})(?![\d-])/g, "$1$2-$1$3");
}

/**
 * A term as people write it: `2024–2025`, `2024 წლის II კვარტალი`, `მაისი-ოქტომბერი 2018`, `May 2018 – June 2019`, `31.12.2024`. A year,
 * quarter or month alone is both start and end; a day alone, or "by the end of", is the end. Null when it is none.
 */
export function readTerm(text: string): StatedTerm | null {
  const until = /ბოლომდე|ბოლოს|არაუგვიანეს|by the end of|end of|no later than|until|till|(?<![a-z])by /;
  const given = plain(text).replace(/,/g, " ").replace(/მე-(?=[2-4])/g, "მე");
  const closes = until.test(given);
  const ranged = withExactDates(given.replace(new RegExp(until, "g"), " ").replace(/(?<=\d)\s*-\s*(ის|ში|იდან|დან|მდე)(?![ა-ჰ])/g, (_, end: string) => (end.endsWith("დან") ? " წლიდან" : end === "მდე" ? " ამდე" : "")));
  const from = /(წლიდან|(?<=[ა-ჰ])იდან|(?<=[ა-ჰ])ოდან)(?![ა-ჰ])/;
  const before = /(წლამდე|(?<=[ა-ჰ])ამდე|ამდე|(?<=[ა-ჰ])მდე)(?![ა-ჰ])/;
  const opened = from.test(ranged);
  const bounded = before.test(ranged);
  const bare = ranged.replace(before, " ").replace(from, opened && bounded ? " - " : " ");
  const sides = bare.split(/\s*-\s*|\s+to\s+/).filter((side) => side.trim() !== "").map(shareKind(bare)).map(sideOf);
  const [first, last = first] = sides;
  if (!first || !last || sides.length > 2 || first.torn || last.torn) return null;
  return sides.length === 2 ? rangeOf(first, last) : alone(first, { closes, opened, bounded });
}

/** "I-II კვარტალი": the first number is a quarter as well. */
function shareKind(whole: string): (side: string, index: number, sides: readonly string[]) => string {
  const kind = /კვარტალ|კვ\.|quarter/.test(whole) ? "კვარტალი" : /ნახევარ|ნახევრ|half/.test(whole) ? "ნახევარი" : "";
  const bare = new RegExp(`(?<![a-zა-ჰ\\d])${ordinal}\\s*$`);
  return (side, index, sides) => (kind && index === 0 && sides.length === 2 && bare.test(side) ? `${side.trim()} ${kind}` : side);
}

function rangeOf(first: Side, last: Side): StatedTerm | null {
  const startsOn = dateOf({ ...first, year: first.year ?? last.year ?? "" }, 0);
  // "2018 წლის მაისი-ოქტომბერი": the year goes for both.
  const endsOn = dateOf({ ...last, year: last.year ?? first.year ?? "" }, 1);
  const whole = (first.year || first.months) && (last.year || last.months);
  return whole && startsOn && endsOn ? { startsOn, endsOn, rest: first.rest || last.rest } : null;
}

function alone(side: Side, { closes, opened, bounded }: { closes: boolean; opened: boolean; bounded: boolean }): StatedTerm | null {
  const [startsOn, endsOn] = [dateOf(side, 0), dateOf(side, 1)];
  if (!startsOn || !endsOn) return null;
  if (opened) return { startsOn, rest: side.rest };
  // "2025 წლამდე" leaves open whether 2025 belongs to it.
  if (bounded && !side.day && !closes) return null;
  return side.day || closes ? { endsOn, rest: side.rest } : { startsOn, endsOn, rest: side.rest };
}
