import { locales } from "#lib/record/localized/schema.ts";
import { derivePlanSlug, makeKey } from "#lib/sheets/keys.ts";
import { plain } from "#lib/imports/workbooks/values.ts";
import { columnsOf, numberIn } from "../entries/rules.ts";
import type { LooseContext, LooseFacts, LooseTable, Mapping } from "../schema.ts";
import { readTerm } from "../terms/rules.ts";

/** Municipalities whose names do not end in "ი": by their genitive, which is how a title names them. */
const towns: Record<string, string> = {
  აბაშის: "აბაშა", ასპინძის: "ასპინძა", ახალციხის: "ახალციხე", ახმეტის: "ახმეტა", თერჯოლის: "თერჯოლა", მესტიის: "მესტია", მცხეთის: "მცხეთა", ნინოწმინდის: "ნინოწმინდა", სამტრედიის: "სამტრედია", საჩხერის: "საჩხერე",
  ქედის: "ქედა", ყვარლის: "ყვარელი", წალენჯიხის: "წალენჯიხა", წალკის: "წალკა", ჭიათურის: "ჭიათურა", დედოფლისწყაროს: "დედოფლისწყარო", თეთრიწყაროს: "თეთრიწყარო", საგარეჯოს: "საგარეჯო", ჩხოროწყუს: "ჩხოროწყუ",
  წყალტუბოს: "წყალტუბო", ხულოს: "ხულო",
};

/** The town whose municipality a text speaks of, in the nominative; "" for none. */
export function townIn(text: string): string {
  const georgian = /([ა-ჰ]+ს)\s+(?:ქალაქის\s+)?(?:მუნიციპალიტეტ|მერი(?:ა|ის)|საკრებულო)/.exec(text)?.[1];
  if (georgian) return towns[georgian] ?? (georgian.endsWith("ის") ? georgian.slice(0, -1) : "");
  return /\b([A-Z][a-z]+) (?:Municipality|City Hall|Sakrebulo)\b/.exec(text)?.[1] ?? /\bMunicipality of ([A-Z][a-z]+)/.exec(text)?.[1] ?? "";
}

const planWords = /სამოქმედო გეგმა(?![ა-ჰ])|action plan/i;
const years = /(?:19|20)\d{2}(?:\s*[-–—]\s*(?:19|20)?\d{2})?/;

/** The title as the first page sets it, often on three lines: whose, what, for when. */
export function titleIn(paragraphs: readonly string[]): string {
  const at = paragraphs.findIndex((text) => planWords.test(text) && text.length <= 250 && !/[.;:]$/.test(text) && !/^\S{1,3}\)/.test(text));
  const line = paragraphs[at];
  if (line === undefined) return "";
  const [before = "", after = ""] = [paragraphs[at - 1], paragraphs[at + 1]];
  const short = line.split(" ").length <= 3;
  return [short && before.length <= 120 && !/[.;:]$/.test(before) ? before : "", line, !years.test(line) && after.length <= 40 && years.test(after) ? after : ""].filter(Boolean).join(" ").replaceAll("\n", " ");
}

/** The paragraphs from the introduction's beginning to the first table. */
function introductionIn(table: LooseTable): LooseFacts["introduction"] {
  const end = table.rows.findIndex((row) => row.table > 0) - 1;
  const from = table.rows.findIndex((row, index) => index <= end && /^(წინამდებარე\s|შესავალი$|introduction$|foreword$|წინასიტყვაობა$)/i.test(row.cells[0]?.text ?? ""));
  return from === -1 || end < from ? null : { from, to: end };
}

function languageOf(table: LooseTable): LooseFacts["language"] {
  const text = table.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)).join(" ");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[ა-ჰ]/g) >= count(/[a-z]/gi) ? "ka" : "en";
}

/** What the document says as a whole, from the plan that it changes and from its own text. */
export function guessFacts(table: LooseTable, mapping: Pick<Mapping, "columns" | "rows">, { base }: Pick<LooseContext, "base">): LooseFacts {
  const paragraphs = table.rows.filter((row) => row.table === 0).map(({ cells }) => cells[0]?.text ?? "");
  const title = titleIn(paragraphs);
  const language = languageOf(table);
  const locality = townIn([title, ...paragraphs].join("\n"));
  const term = readTerm(years.exec(title)?.[0] ?? "");
  const headings = plain(mapping.columns.map(({ heading }) => heading).join(" "));
  const stated = locales.map((locale) => base?.plan.locality?.[locale === language ? language : locale]).find(Boolean);
  return {
    slug: base?.plan.slug ?? slugFor(locality, title),
    title: base?.plan.title[language] ?? title,
    locality: base?.plan.locality?.[language] ?? stated ?? locality,
    level: base?.plan.level ?? (locality ? "local" : "national"),
    vocabulary: base?.plan.vocabulary ?? (/აქტივობ|activit/.test(headings) && !/ვალდებულებ|commitment/.test(headings) ? "activity" : "commitment"),
    startsOn: base?.plan.startsOn ?? term?.startsOn ?? "",
    endsOn: base?.plan.endsOn ?? term?.endsOn ?? "",
    language,
    currency: "GEL",
    introduction: introductionIn(table),
    lists: "milestones",
    objectives: numbersNameParts(table, mapping) ? "number" : "above",
    commas: "recognised",
    slashes: true,
    lead: "",
  };
}

/** "dmanisi-2024-2025"; of a national plan, its title in Latin letters. */
function slugFor(locality: string, title: string): string {
  if (!title) return "";
  const when = years.exec(title)?.[0] ?? "";
  if (locality) return makeKey(`${locality} ${when}`, new Set());
  const raw: { plan: { title: { ka: string }; slug?: string } } = { plan: { title: { ka: title } } };
  derivePlanSlug(raw);
  return raw.plan.slug ?? "";
}

/** True when every commitment is numbered "2.1", and parts are stated away from the table: an introduction lists them. */
function numbersNameParts(table: LooseTable, mapping: Pick<Mapping, "columns" | "rows">): boolean {
  const [column] = columnsOf(mapping as Mapping, "number");
  const numbers = table.rows.flatMap((row, index) => (mapping.rows[index] === "commitment" && column !== undefined ? (numberIn(row.cells[column]?.text ?? "") ?? []) : []));
  const parts = table.rows.filter((row, index) => row.table === 0 && ["challenge", "objective", "part"].includes(mapping.rows[index] ?? ""));
  return parts.length > 1 && numbers.length > 0 && numbers.every((number) => number.includes("."));
}
