import type { Revision } from "#lib/editing/revisions/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** What happened in public, without its instant and the subjects it was about. */
interface Grouped {
  at: Date;
  /** Two changes with the same key on the same day are told as one. */
  key: string;
  numbers: readonly string[];
}

/**
 * Newest first, with what is the same on a day (in Tbilisi) but for its milestone told once: "5, 5.1 and 5.2: suspended".
 */
export function groupChanges<T extends Grouped>(changes: readonly T[]): T[] {
  const groups = new Map<string, T>();
  for (const change of [...changes].sort((a, b) => b.at.getTime() - a.at.getTime())) {
    const key = `${dayOf(change.at)} ${change.key}`;
    const group = groups.get(key);
    groups.set(key, group ? { ...group, numbers: [...group.numbers, ...change.numbers] } : change);
  }
  return [...groups.values()].map((group) => ({ ...group, numbers: [...new Set(group.numbers)].sort(byNumber) }));
}

/** "2.9" before "2.10". */
export function byNumber(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** The revisions among what happened, the latest first. */
export function revisionsAmong(changes: readonly { what: { kind: string; revision?: Revision } }[]): Revision[] {
  return changes.flatMap(({ what }) => what.revision ?? []);
}
