import type { ListedEntity, PlanEntry } from "#lib/editing/schema.ts";
import { nestedOrder } from "#lib/imports/plan-entries/rules.ts";
import type { FileEntry, PlanEntries } from "#lib/imports/plan-entries/schema.ts";

/** Something of the record. */
export type Recorded<E extends ListedEntity = ListedEntity> = E extends ListedEntity ? PlanEntry<E> : never;

/** Where an entry stands in the file, told against the record. */
export interface Placed {
  /** For an edit: only what has to be said. */
  place: Record<string, string | null>;
  /** It stands elsewhere than in the record: within something else, or in another order. */
  moved: boolean;
}

/** Which entry is which of the record; see lib/plan-matching. */
export interface Known {
  recordOf: ReadonlyMap<FileEntry, Recorded>;
  idOf: (entry: FileEntry) => string;
}

const holderOf = ({ place }: Recorded): string | null => ("partId" in place ? place.partId : "parentId" in place ? place.parentId : null);
/** Places of the entries of one list. Only what moved against the others stands in another order. */
export function placesIn<E extends ListedEntity>(entries: readonly FileEntry<E>[], records: readonly PlanEntry<E>[], { recordOf, idOf }: Known): [FileEntry, Placed][] {
  const byId = new Map((records as readonly Recorded[]).map((record) => [record.id, record]));
  const there = nestedOrder(records.filter(({ removed }) => !removed) as Recorded[], (record) => byId.get(holderOf(record) ?? "") ?? null);
  const positions = new Map(there.map((record, index) => [record.id, index]));
  const known = entries.map((entry) => positions.get(recordOf.get(entry)?.id ?? "") ?? null);
  const steady = longestRise(known);
  const lastKnown = known.findLastIndex((position) => position !== null);
  return (entries as readonly FileEntry[]).map((entry, index): [FileEntry, Placed] => {
    const record = recordOf.get(entry);
    const reordered = record !== undefined && !steady.has(index);
    const previous = (entries as readonly FileEntry[])[index - 1];
    const after: Record<string, string | null> = reordered || (!record && index < lastKnown) ? { after: previous ? idOf(previous) : null } : {};
    const holder = entry.parent ? idOf(entry.parent) : null;
    return [entry, { place: { ...holderPlace(entry, holder), ...after }, moved: reordered || (record !== undefined && holderOf(record) !== holder) }];
  });
}

function holderPlace({ entity }: FileEntry, holder: string | null): Record<string, string | null> {
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
    // Of one that is there, naming its commitment would say that it goes to another.
    return places.map(([entry, { place, moved }]): [FileEntry, Placed] => [entry, { place: known.recordOf.has(entry) ? place : { ...place, commitmentId }, moved }]);
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
