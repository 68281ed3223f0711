import type { ListedEntity, PlanEntry } from "#lib/editing/schema.ts";
import { nestedOrder } from "#lib/plan-entries/rules.ts";
import type { FileEntry, PlanEntries } from "#lib/plan-entries/schema.ts";

/** Something of the record. */
export type Recorded<E extends ListedEntity = ListedEntity> = E extends ListedEntity ? PlanEntry<E> : never;

/** Where an entry stands in the file, told against the record. */
export interface Placed {
  /** For an edit: only what has to be said. */
  edit: Record<string, string | null>;
  /** What of it differs: what holds it by number and title, its place counted from 1. Empty for what is added. */
  changes: { field: "part" | "parent" | "place"; before: unknown; after: unknown }[];
}

/** Which entry is which of the record; see lib/plan-matching. */
export interface Known {
  recordOf: ReadonlyMap<FileEntry, Recorded>;
  idOf: (entry: FileEntry) => string;
}

const holderOf = ({ place }: Recorded): string | null => ("partId" in place ? place.partId : "parentId" in place ? place.parentId : null);
const labelOf = (holder: Recorded | FileEntry | null | undefined) => (holder ? { number: holder.fields.number, title: holder.fields.title } : null);

/** Places of the entries of one list; `holders` are what its entries stand in. Only what moved against the others is said to have another place. */
export function placesIn<E extends ListedEntity>(entries: readonly FileEntry<E>[], records: readonly PlanEntry<E>[], { recordOf, idOf }: Known, holders: readonly PlanEntry<ListedEntity>[] = records): [FileEntry, Placed][] {
  const byId = new Map((holders as Recorded[]).map((record) => [record.id, record]));
  const there = nestedOrder(records.filter(({ removed }) => !removed) as Recorded[], (record) => byId.get(holderOf(record) ?? "") ?? null);
  const positions = new Map(there.map((record, index) => [record.id, index]));
  const known = entries.map((entry) => positions.get(recordOf.get(entry)?.id ?? "") ?? null);
  const steady = longestRise(known);
  const lastKnown = known.findLastIndex((position) => position !== null);
  return (entries as readonly FileEntry[]).map((entry, index): [FileEntry, Placed] => {
    const record = recordOf.get(entry);
    const moved = record !== undefined && !steady.has(index);
    const previous = (entries as readonly FileEntry[])[index - 1];
    const after: Record<string, string | null> = moved || (!record && index < lastKnown) ? { after: previous ? idOf(previous) : null } : {};
    const holder = entry.parent ? idOf(entry.parent) : null;
    const changes: Placed["changes"] = [];
    if (record && holderOf(record) !== holder) changes.push({ field: entry.entity === "commitment" ? "part" : "parent", before: labelOf(byId.get(holderOf(record) ?? "")), after: labelOf(entry.parent) });
    if (moved) changes.push({ field: "place", before: (known[index] ?? 0) + 1, after: index + 1 });
    return [entry, { edit: { ...holderEdit(entry, holder), ...after }, changes }];
  });
}

function holderEdit({ entity }: FileEntry, holder: string | null): Record<string, string | null> {
  if (entity === "legal_act") return {};
  return entity === "commitment" ? { partId: holder } : { parentId: holder };
}

/** As {@link placesIn}, commitment by commitment. */
export function milestonePlaces({ milestones }: PlanEntries, records: readonly PlanEntry<"milestone">[], known: Known): [FileEntry, Placed][] {
  const entriesOf = Map.groupBy(milestones, ({ commitment }) => commitment);
  const recordsOf = Map.groupBy(records, ({ place }) => place.commitmentId);
  return [...entriesOf].flatMap(([commitment, entries]) => {
    const commitmentId = commitment ? known.idOf(commitment) : "";
    const places = placesIn(entries, recordsOf.get(commitmentId) ?? [], known);
    return places.map(([entry, { edit, changes }]): [FileEntry, Placed] => [entry, { edit: { ...edit, commitmentId }, changes }]);
  });
}

/** Indexes of a longest run of numbers that only rises; null is left out. */
export function longestRise(numbers: readonly (number | null)[]): Set<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, value] of numbers.entries()) {
    if (value === null) continue;
    const shorter = ends.findIndex((end) => (numbers[end] ?? 0) >= value);
    const at = shorter === -1 ? ends.length : shorter;
    before[index] = ends[at - 1];
    ends[at] = index;
  }
  const rise = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) rise.add(index);
  return rise;
}
