import { makeKey } from "#lib/sheets/keys.ts";
import { plain } from "#lib/imports/workbooks/values.ts";
import { partKindsOfRows, type LooseContext, type LooseRow, type LooseTable, type Mapping } from "../schema.ts";

export type PartKind = (typeof partKindsOfRows)[number];

/** A part of the plan as the document states it. `rows`: those that start it, counted from 0; its headings may stand in several. */
export interface StatedPart {
  key: string;
  kind: PartKind;
  number: string | null;
  title: string;
  description: string | null;
  parent: string | null;
  rows: number[];
}

const kindOf: [RegExp, PartKind][] = [[/^(გამოწვევა|პრიორიტეტი|challenge|priority)/, "challenge"], [/^(ამოცანა|მიზანი|objective|goal)/, "objective"], [/^(ნაწილი|თავი|კარი|მიმართულება|part|chapter|section|direction)/, "part"]];
const words = "გამოწვევა|პრიორიტეტი|სტრატეგიული\\s+მიზანი|მიზანი|ამოცანა|ნაწილი|თავი|მიმართულება|challenge|priority|strategic\\s+goal|goal|objective|part|chapter|section|direction";
const heading = new RegExp(`^(?:${words})\\s*(?:№|N|#)?\\s*(\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,6})(?![\\p{L}\\d])(?:-?[ა-ჰ]{1,3}(?![ა-ჰ]))?\\s*(?:აქტივობები|ღონისძიებები)?\\s*(?:[.:–—-]\\s*)?([\\s\\S]*)$`, "iu");
const unnumbered = new RegExp(`^(?:${words})\\s*[:–—]\\s*([\\s\\S]+)$`, "iu");
const turned = /^([IVXLC]{1,6}|\d{1,3})[.)]?\s+(გამოწვევა|ამოცანა|მიზანი|challenge|objective|goal)\s*[:.–—-]?\s*([\s\S]*)$/i;

/** What a text names as a part: "ამოცანა 2: …", "Objective 1. …", "ამოცანა 2-ის აქტივობები" (no title). Null: nothing. */
export function partNamed(text: string): { kind: PartKind; number: string | null; title: string } | null {
  const kind = kindOf.find(([pattern]) => pattern.test(plain(text).replace(/^სტრატეგიული |^strategic /, "")))?.[1];
  const numbered = heading.exec(text);
  if (numbered && kind) return { kind, number: numbered[1] ?? null, title: (numbered[2] ?? "").trim() };
  const reversed = turned.exec(text);
  if (reversed) return { kind: partNamed(`${reversed[2]} 1`)?.kind ?? "objective", number: reversed[1] ?? null, title: (reversed[3] ?? "").trim() };
  const bare = unnumbered.exec(text);
  return bare && kind ? { kind, number: null, title: (bare[1] ?? "").trim() } : null;
}

/** Own words of a row, without what merged cells repeat. */
export const wordsOf = (row: LooseRow): string[] => row.cells.filter(({ text, filled }) => text !== "" && !filled).map(({ text }) => text);

/** "title (a; b; c);" → the title, and what the brackets say of it. */
function described(text: string): { title: string; description: string | null } {
  const match = /^([^(]{3,})\s\(([\s\S]{40,})\)[;.,]?$/.exec(text.trim());
  return match ? { title: (match[1] ?? "").trim(), description: (match[2] ?? "").trim() } : { title: text.trim().replace(/;$/, ""), description: null };
}

/** All parts in the order of their first rows. A row that only names a part stated before ("the activities of objective 2") starts it again. */
export function partsOf(table: LooseTable, mapping: Mapping, { base }: Pick<LooseContext, "base">): StatedPart[] {
  const parts: StatedPart[] = [];
  const above = new Map<PartKind, StatedPart>();
  table.rows.forEach((row, index) => {
    const kind = partKindsOfRows.find((one) => one === mapping.rows[index]);
    if (!kind) return;
    const stated = statedIn(row, kind);
    const there = parts.find((part) => part.kind === kind && (stated.number === null ? part.title === stated.title : part.number === stated.number && (!stated.own || part.title === stated.title)));
    const parent = partKindsOfRows.slice(0, partKindsOfRows.indexOf(kind)).map((outer) => above.get(outer)).findLast(Boolean);
    const part = there ?? { kind, number: stated.number, title: stated.title, description: stated.description, parent: parent?.key ?? null, rows: [], key: keyFor(kind, stated, parts, base) };
    part.rows.push(index);
    if (!there) parts.push(part);
    above.set(kind, part);
    for (const inner of partKindsOfRows.slice(partKindsOfRows.indexOf(kind) + 1)) above.delete(inner);
  });
  return parts;
}

interface Stated {
  number: string | null;
  title: string;
  description: string | null;
  /** False when the title is only what the row is called ("the activities of objective 2"). */
  own: boolean;
}

function statedIn(row: LooseRow, kind: PartKind): Stated {
  const said = wordsOf(row);
  const [first = "", second = ""] = said;
  const named = partNamed(first);
  if (named) {
    const title = named.title || (said.length === 2 ? second : "");
    return { number: named.number, ...described(title || first), own: title !== "" };
  }
  const number = /^(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})[.)]?$/.exec(first)?.[1] ?? null;
  const leading = /^(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})[.)]\s+([\s\S]+)$/.exec(first);
  if (number && second) return { number, ...described(partNamed(second)?.title || second), own: true };
  if (leading) return { number: leading[1] ?? null, ...described(leading[2] ?? ""), own: true };
  return { number: null, ...described(first || kind), own: true };
}

function keyFor(kind: PartKind, { number, title }: Stated, parts: readonly StatedPart[], base: LooseContext["base"]): string {
  const same = base?.parts.filter((part) => part.kind === kind && (number ? part.number === number : Object.values(part.title).some((words) => words && plain(words) === plain(title))));
  if (same?.length === 1 && same[0] && !parts.some(({ key }) => key === same[0]?.key)) return same[0].key;
  return makeKey(number ? `${kind} ${number}` : title, new Set(parts.map(({ key }) => key)));
}

/** The part a commitment stands in: the one above its row, or that whose number its own begins with. */
export function partFor(parts: readonly StatedPart[], commitment: { part: number | null; number: string | null }, by: "above" | "number"): StatedPart | null {
  const { part: row, number } = commitment;
  const above = row === null ? null : (parts.find(({ rows }) => rows.includes(row)) ?? null);
  if (by === "above" || !number) return above;
  const prefixed = parts.filter((part) => part.number && number.startsWith(`${part.number}.`)).toSorted((a, b) => (b.number?.length ?? 0) - (a.number?.length ?? 0));
  return prefixed.find((part) => part === above) ?? prefixed[0] ?? above;
}
