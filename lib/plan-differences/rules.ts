import type { PlanContent, PlanEditInput, PlanEntity } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/localized/schema.ts";
import type { FileEntry, PlanEntries } from "#lib/plan-entries/schema.ts";
import { matchEntries, type Matches } from "#lib/plan-matching/rules.ts";
import type { Recorded } from "#lib/plan-places/rules.ts";
import type { Difference, FieldDifference, PlanDifferences } from "./schema.ts";

interface Options {
  newId: () => string;
  /** What the document does not state stays as it is: it never said all of a plan. */
  keepsUnstated: boolean;
}

/** A difference with the edits that take it over. */
interface Compared {
  difference: Difference | null;
  entity: PlanEntity;
  edit?: PlanEditInput;
  removal?: PlanEditInput;
}

/** What the file says otherwise than the record; `content` null: a new plan, of which everything is added. */
export function planDifferences(content: PlanContent | null, file: PlanEntries, options: Options): PlanDifferences {
  const matches = matchEntries(content, file, options.newId);
  const compared: Compared[] = [
    ...(content ? [comparePlan(content, file, options)] : []),
    ...matches.lists.flatMap(({ entries, missing }) => [...entries.map((entry) => compareEntry(entry, matches, options)), ...missing.map((record) => ({ entity: record.entity, difference: missingOf(record, matches), removal: removalOf(record) }))]),
  ];
  const unchanged = { plan: 0, legal_act: 0, part: 0, commitment: 0, milestone: 0 };
  for (const { entity, difference } of compared) if (!difference) unchanged[entity] += 1;
  return {
    differences: compared.flatMap(({ difference }) => difference ?? []),
    unchanged,
    edits: compared.flatMap(({ edit }) => edit ?? []),
    // What stands within something goes before it.
    removals: compared.flatMap(({ removal }) => removal ?? []).reverse(),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isStated = (value: unknown) => value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);

function changedFields(before: object, after: object): FieldDifference[] {
  const old = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => (same(old.get(field) ?? null, value ?? null) ? [] : [{ field, before: old.get(field) ?? null, after: value as unknown }]));
}

/** The file's fields over the record's: the ids of lines that were there before, and what must not change or is not said. */
function merged<T extends object>(before: T, after: T, { keepsUnstated }: Options): T {
  const fields = Object.fromEntries(Object.entries(after)) as Record<string, unknown>;
  const old = new Map<string, unknown>(Object.entries(before));
  for (const [field, value] of Object.entries(fields)) {
    if (field === "slug" || (keepsUnstated && !isStated(value))) fields[field] = old.get(field);
    else if (field === "indicators" || field === "sources") fields[field] = withIds(old.get(field) as Line[], value as Line[]);
  }
  return fields as unknown as T;
}

interface Line {
  id: string | null;
  code?: string | null;
  text: Localized;
}

/** Lines that were there before keep their ids: known by their code, else by their words in any language. */
function withIds(before: readonly Line[], after: readonly Line[]): Line[] {
  const free = new Set(before);
  const ids = new Map<Line, string | null>();
  const alike = [
    (a: Line, b: Line) => same({ ...a, id: null }, { ...b, id: null }),
    (a: Line, b: Line) => Boolean(a.code) && a.code === b.code,
    (a: Line, b: Line) => Object.entries(a.text).some(([language, words]) => words === b.text[language as "ka"]),
  ];
  for (const isSame of alike) {
    for (const line of after) {
      const found = ids.has(line) ? undefined : [...free].find((other) => isSame(line, other));
      if (!found) continue;
      free.delete(found);
      ids.set(line, found.id);
    }
  }
  return after.map((line) => ({ ...line, id: ids.get(line) ?? null }));
}

function comparePlan({ plan }: PlanContent, file: PlanEntries, options: Options): Compared {
  const fields = merged(plan.fields, file.plan, options);
  const changes = changedFields(plan.fields, fields);
  if (changes.length === 0) return { entity: "plan", difference: null };
  const difference: Difference = { operation: "changed", entity: "plan", id: plan.id, path: "plan", number: null, title: plan.fields.title, within: null, fields: changes };
  return { entity: "plan", difference, edit: { op: "change", entity: "plan", id: plan.id, fields } };
}

function compareEntry(entry: FileEntry, matches: Matches, options: Options): Compared {
  const record = matches.recordOf.get(entry);
  const id = matches.idOf(entry);
  const { entity, path } = entry;
  const place = matches.placeOf(entry);
  if (!record) {
    const fields = entity === "commitment" && matches.formerSlugs.has((entry as FileEntry<"commitment">).fields.slug) ? { ...entry.fields, slug: null } : entry.fields;
    const stated = Object.entries(fields).flatMap(([field, after]) => (isStated(after) ? [{ field, before: null, after: after as unknown }] : []));
    return { entity, difference: { operation: "added", entity, id, path, ...namesOf(entry), within: withinOf(entry), fields: stated }, edit: { op: "add", entity, id, fields, place: place.edit } as PlanEditInput };
  }
  const fields = merged(record.fields, entry.fields, options);
  const changes = [...changedFields(record.fields, fields), ...place.changes];
  if (changes.length === 0) return { entity, difference: null };
  const edit = { op: "change", entity, id, version: record.version, fields, ...(place.changes.length ? { place: place.edit } : {}) } as PlanEditInput;
  return { entity, difference: { operation: "changed", entity, id, path, ...namesOf(record), within: withinOf(entry), fields: changes }, edit };
}

/** Number and title under which people know something; an act is called by its kind when it has no title. */
export function namesOf({ fields }: { fields: FileEntry["fields"] }): { number: string | null; title: Localized | null } {
  return { number: fields.number, title: fields.title ?? ("issuingBody" in fields ? fields.kind : null) };
}

const withinOf = ({ commitment }: FileEntry) => commitment?.fields.number ?? null;

function missingOf(record: Recorded, { commitmentNumbers }: Matches): Difference {
  const within = "commitmentId" in record.place ? (commitmentNumbers.get(record.place.commitmentId) ?? null) : null;
  return { operation: "missing", entity: record.entity, id: record.id, path: null, ...namesOf(record), within, fields: [] };
}

function removalOf({ entity, id, version }: Recorded): PlanEditInput {
  return { op: "remove", entity, id, version } as PlanEditInput;
}
