import { DomainError } from "#lib/platform/errors.ts";
import type { CrosswalkEntry } from "./schema.ts";

/** One grade that a version reads otherwise than the version before; `from` undefined: it was not read at all. */
export interface ReadingChange {
  grade: string;
  from: string | null | undefined;
  to: string | null;
}

/** What a version changes against the one before (null: it is the first), in its own order. */
export function changesOf(before: readonly CrosswalkEntry[] | null, after: readonly CrosswalkEntry[]): ReadingChange[] {
  return after.flatMap(({ grade, completion }) => {
    const from = before?.find((entry) => entry.grade === grade)?.completion;
    return from === completion ? [] : [{ grade, from, to: completion }];
  });
}

/** Throws INVALID_INPUT unless every grade of the scale is read once, on IRM's scale of completion or as nothing there. */
export function requireWhole(entries: readonly CrosswalkEntry[], grades: readonly string[], completions: readonly string[]): void {
  const fields: Record<string, string> = {};
  entries.forEach(({ grade, completion }, index) => {
    const known = grades.includes(grade) && entries.findIndex((other) => other.grade === grade) === index;
    if (!known || (completion !== null && !completions.includes(completion))) fields[`entries.${index}.completion`] = "unknownChoice";
  });
  if (grades.some((code) => entries.every(({ grade }) => grade !== code))) fields.entries = "choiceRequired";
  if (Object.keys(fields).length) throw new DomainError("INVALID_INPUT", fields);
}

/** Throws CONFLICT when somebody recorded a version meanwhile; `newest` 0: there is none yet. */
export function requireNext(number: number, newest: number): void {
  if (number !== newest + 1) throw new DomainError("CONFLICT");
}

/** Throws INVALID_INPUT when a version would say the same as the one before. */
export function requireChange(before: readonly CrosswalkEntry[] | null, after: readonly CrosswalkEntry[]): void {
  if (before && changesOf(before, after).length === 0) throw new DomainError("INVALID_INPUT", { entries: "nothingChanges" });
}
