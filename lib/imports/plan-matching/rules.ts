import type { ListedEntity, PlanContent, PlanEntry } from "#lib/editing/schema.ts";
import { placesIn, milestonePlaces, type Placed, type Recorded } from "#lib/imports/plan-places/rules.ts";
import type { FileEntry, PlanEntries } from "#lib/imports/plan-entries/schema.ts";

export interface Matches {
  /** Level by level: the file's entries in their order, and what only the record has (of what is nested, the outermost). */
  lists: { entries: FileEntry[]; missing: Recorded[] }[];
  recordOf: ReadonlyMap<FileEntry, Recorded>;
  /** The record's id, or the one that the entry will get. */
  idOf: (entry: FileEntry) => string;
  placeOf: (entry: FileEntry) => Placed;
  /** Addresses of commitments that were removed: they stay theirs. */
  formerSlugs: ReadonlySet<string | null>;
}

const nothing = { legalActs: [], parts: [], commitments: [], milestones: [] };

/**
 * Which entry of the file is which of the record: legal acts by number and date, parts by key, else kind and number within
 * the same part; commitments by address, else number within the same part; milestones by number within their commitment.
 */
export function matchEntries(content: PlanContent | null, file: PlanEntries, newId: (path: string) => string): Matches {
  const { legalActs, parts, commitments, milestones } = content ?? nothing;
  const recordOf = new Map<FileEntry, Recorded>();
  const ids = new Map<FileEntry, string>();
  const idOf = (entry: FileEntry): string => {
    const id = recordOf.get(entry)?.id ?? ids.get(entry) ?? newId(entry.path);
    ids.set(entry, id);
    return id;
  };
  const holder = (entry: FileEntry | null) => (entry ? (recordOf.get(entry)?.id ?? false) : null);
  const lists = [
    pair(file.legalActs, legalActs, recordOf, [[({ fields }) => keyOf(fields.number, fields.date), ({ fields }) => keyOf(fields.number, fields.date)]]),
    pair(file.parts, parts, recordOf, [
      [({ fields }) => fields.slug, ({ fields }) => fields.slug],
      [({ fields, parent }) => keyOf(holder(parent), fields.kind, fields.number), ({ fields, place }) => keyOf(place.parentId, fields.kind, fields.number)],
    ]),
    pair(file.commitments, commitments, recordOf, [
      [({ fields }) => fields.slug, ({ fields }) => fields.slug],
      [({ fields, parent }) => keyOf(holder(parent), fields.number), ({ fields, place }) => keyOf(place.partId, fields.number)],
    ]),
  ];
  lists.push(pair(file.milestones, milestones, recordOf, [[({ fields, commitment }) => keyOf(holder(commitment) ?? false, fields.number), ({ fields, place }) => keyOf(place.commitmentId, fields.number)]]));
  const gone = new Set(lists.flatMap(({ missing }) => missing.map(({ id }) => id)));
  const outermost = lists.map(({ entries, missing }) => ({ entries, missing: missing.filter((record) => !holdersOf(record).some((id) => gone.has(id ?? ""))) }));
  const places = new Map([
    ...placesIn(file.legalActs, legalActs, { recordOf, idOf }),
    ...placesIn(file.parts, parts, { recordOf, idOf }),
    ...placesIn(file.commitments, commitments, { recordOf, idOf }),
    ...milestonePlaces(file, milestones, { recordOf, idOf }),
  ]);
  return {
    lists: outermost, recordOf, idOf,
    placeOf: (entry) => places.get(entry) ?? { place: {}, moved: false },
    formerSlugs: new Set(commitments.filter(({ removed }) => removed).map(({ fields }) => fields.slug)),
  };
}

/** Null when one of the parts is not there: then it tells nothing apart. `false`: what would hold it is new. */
function keyOf(...parts: (string | null | false)[]): string | null {
  return parts.at(-1) === null || parts[0] === false ? null : JSON.stringify(parts);
}

const holdersOf = ({ place }: Recorded): (string | null)[] => ("commitmentId" in place ? [place.commitmentId, place.parentId] : []);

type KeyPair<E extends ListedEntity> = [(entry: FileEntry<E>) => string | null, (record: PlanEntry<E>) => string | null];

/** Tries one way of telling entries apart after the other, on what is left. */
function pair<E extends ListedEntity>(entries: FileEntry<E>[], records: PlanEntry<E>[], recordOf: Map<FileEntry, Recorded>, ways: KeyPair<E>[]): { entries: FileEntry[]; missing: Recorded[] } {
  const free = new Set(records.filter(({ removed }) => !removed));
  for (const [keyOfEntry, keyOfRecord] of ways) {
    const byKey = new Map([...free].map((record) => [keyOfRecord(record), record]));
    for (const entry of entries) {
      const key = recordOf.has(entry) ? null : keyOfEntry(entry);
      const record = key === null ? undefined : byKey.get(key);
      if (!record || !free.delete(record)) continue;
      recordOf.set(entry, record as Recorded);
    }
  }
  return { entries, missing: [...free] as Recorded[] };
}
