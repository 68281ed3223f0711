import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { isBlankLocalizedRichText } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { ownSectionKeySchema, sectionKeySchema, standingSections, type SectionKind, type StandingSection } from "./schema.ts";

const isStanding = (key: string): key is StandingSection => (standingSections as readonly string[]).includes(key);

/** What kind of section a key names; null for a commitment's narrative, which stands inside `commitments`, and for what is no key. */
export function kindOf(key: string): SectionKind | null {
  if (isStanding(key)) return key;
  return isOwnSection(key) ? "text" : null;
}

/** True for a section that the Secretariat added, which has a heading of its own and can be removed. */
export function isOwnSection(key: string): boolean {
  return ownSectionKeySchema.safeParse(key).success;
}

/** The key of what is written of a commitment. */
export function commitmentKey(commitmentId: string): string {
  return `commitment:${commitmentId}`;
}

/** The commitment whose narrative a key names; null for every other key. */
export function commitmentOf(key: string): string | null {
  return key.startsWith("commitment:") && sectionKeySchema.safeParse(key).success ? key.slice("commitment:".length) : null;
}

/** A section at its place; `row` null: nothing is written in it yet. */
interface PlacedSection<Row> {
  key: string;
  kind: SectionKind;
  row: Row | null;
}

/**
 * The sections of a report in the order of its Secretariat. One that the order does not name stands where it always does:
 * behind the one that comes before it by default; a section of the Secretariat's own that it does not name, before the annexes.
 * Keys that no section has are passed over, and commitments' narratives are no sections of their own.
 */
export function orderedSections<Row extends { key: string }>(order: readonly string[], rows: readonly Row[]): PlacedSection<Row>[] {
  const own = rows.map(({ key }) => key).filter(isOwnSection);
  const keys = [...new Set(order)].filter((key) => isStanding(key) || own.includes(key));
  for (const [index, key] of standingSections.entries()) {
    if (keys.includes(key)) continue;
    const before = standingSections.slice(0, index).findLast((earlier) => keys.includes(earlier));
    keys.splice(before ? keys.indexOf(before) + 1 : 0, 0, key);
  }
  for (const key of own) if (!keys.includes(key)) keys.splice(endOf(keys), 0, key);
  return keys.map((key) => ({ key, kind: kindOf(key) ?? "text", row: rows.find((row) => row.key === key) ?? null }));
}

/** Where what is added comes to stand: last, but for the annexes. */
function endOf(keys: readonly string[]): number {
  return keys.at(-1) === "annexes" ? keys.length - 1 : keys.length;
}

/** The order with one section at another place, counted from 0; beyond the last is the last. */
export function moved(order: readonly string[], key: string, to: number): string[] {
  const rest = order.filter((other) => other !== key);
  rest.splice(Math.min(to, rest.length), 0, key);
  return rest;
}

/** The order with a new section in it. */
export function added(order: readonly string[], key: string): string[] {
  return moved(order, key, endOf(order));
}

/** What a reader must find in any report that asks for comments. */
export const requiredSections = ["introduction", "summary"] as const satisfies readonly StandingSection[];

/** Throws REPORT_INCOMPLETE with the keys of the required sections in which nothing is written in any language. */
export function requireSections(rows: readonly { key: string; body: LocalizedRichText | null }[]): void {
  const empty = requiredSections.filter((key) => isBlankLocalizedRichText(rows.find((row) => row.key === key)?.body));
  const fields: FieldErrors = Object.fromEntries(empty.map((key) => [key, "requiredInOneLanguage"]));
  if (empty.length) throw new DomainError("REPORT_INCOMPLETE", fields);
}

/** How much of what did not change stands around a change, in characters. */
const around = 40;

/** The passage in which two texts differ, as it was and as it is, with a little of what stands around it; null when they are equal. */
export function changedPassage(before: string, after: string): { before: string; after: string } | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [from, to] = [Math.max(0, head - around), Math.max(0, tail - around)];
  const passage = (text: string) => `${from > 0 ? "…" : ""}${text.slice(from, text.length - to).toWellFormed()}${to > 0 ? "…" : ""}`;
  return { before: passage(before), after: passage(after) };
}
