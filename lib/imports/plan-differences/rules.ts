import { changedFields } from "#lib/editing/rules.ts";
import type { FieldsOf, PlanContent, PlanEditInput, PlanEntity } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { FileEntry, PlanEntries } from "#lib/imports/plan-entries/schema.ts";
import type { PlanFileProblem } from "#lib/imports/plan-files/rules.ts";
import { matchEntries, type Matches } from "#lib/imports/plan-matching/rules.ts";
import type { Recorded } from "#lib/imports/plan-places/rules.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import type { FileEdit, PlanDifferences } from "./schema.ts";

interface Options {
  /** An id for what is new, by its place in the file. */
  newId: (path: string) => string;
  /** What the document does not state of something stays as it is: it never said all of a plan. */
  keepsUnstated: boolean;
}

/** What has to be done so that the record says what the file says; `content` null: a new plan, to which everything is added. */
export function planDifferences(content: PlanContent | null, file: PlanEntries, options: Options): PlanDifferences {
  const matches = matchEntries(content, file, options.newId);
  const entries = matches.lists.flatMap((list) => list.entries);
  const missing = matches.lists.flatMap((list) => list.missing);
  const compared = [...(content ? [comparePlan(content, file, options)] : []), ...entries.map((entry) => compareEntry(entry, matches, options))];
  const unchanged: Record<PlanEntity, number> = { plan: 0, legal_act: 0, part: 0, commitment: 0, milestone: 0 };
  for (const { entity, edit } of compared) if (!edit) unchanged[entity] += 1;
  return {
    edits: compared.flatMap(({ edit, path }) => (edit ? [{ edit, path }] : [])),
    missing,
    // What stands within something goes before it.
    removals: missing.map(removalOf).reverse(),
    unchanged,
  };
}

interface Compared {
  entity: PlanEntity;
  path: string;
  /** Null: nothing to do. */
  edit: PlanEditInput | null;
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);
const isStated = (value: unknown) => value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);

/** The file's fields over the record's: the ids of lines that were there before, and what must not change or is not said. */
function merged(before: FieldsOf<PlanEntity>, after: FieldsOf<PlanEntity>, { keepsUnstated }: Options): FieldsOf<PlanEntity> {
  const old = Object.fromEntries<unknown>(Object.entries(before));
  const kept = Object.entries(after).flatMap(([field, value]: [string, unknown]) => {
    if (field === "slug" || (keepsUnstated && !isStated(value))) return [[field, old[field]]];
    return field === "indicators" || field === "sources" ? [[field, withIds(old[field] as Line[], value as Line[])]] : [];
  });
  return Object.assign({ ...after }, Object.fromEntries(kept));
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
  const fields = merged(plan.fields, file.plan, options) as FieldsOf<"plan">;
  const differs = changedFields(plan.fields, fields).length > 0;
  return { entity: "plan", path: "plan", edit: differs ? { op: "change", entity: "plan", id: plan.id, version: plan.version, fields } : null };
}

function compareEntry(entry: FileEntry, matches: Matches, options: Options): Compared {
  const record = matches.recordOf.get(entry);
  const id = matches.idOf(entry);
  const { entity, path } = entry;
  const { place, moved } = matches.placeOf(entry);
  if (!record) return { entity, path, edit: { op: "add", entity, id, fields: withFreeSlug(entry, matches), place } as PlanEditInput };
  const fields = merged(record.fields, entry.fields, options);
  const differs = changedFields(record.fields, fields as typeof record.fields).length > 0;
  const edit = { op: "change", entity, id, version: record.version, ...(differs ? { fields } : {}), ...(moved ? { place } : {}) } as PlanEditInput;
  return { entity, path, edit: differs || moved ? edit : null };
}

/** The address of a commitment that was removed stays its own: what is like it gets another one. */
function withFreeSlug({ fields }: FileEntry, { formerSlugs }: Matches): FieldsOf<PlanEntity> {
  return "expectedOutcome" in fields && formerSlugs.has(fields.slug) ? { ...fields, slug: null } : fields;
}

function removalOf({ entity, id, version }: Recorded): FileEdit {
  return { edit: { op: "remove", entity, id, version }, path: null };
}

/** Number and title under which people know something; an act is called by its kind when it has no title. */
export function namesOf({ fields }: { fields: FileEntry["fields"] }): { number: string | null; title: Localized | null } {
  return { number: fields.number, title: fields.title ?? ("issuingBody" in fields ? fields.kind : null) };
}

/** What the editor calls otherwise than the file. */
const fileNames: Record<string, string> = { leadOrganisationId: "lead", sources: "verificationSources", budgetLines: "budget", fundingSourceCode: "fundingSource", scaleCode: "scale", partId: "part", parentId: "parent", partnerships: "partners" };

/** Problems of edits, at `<index>.<field path>`, by their places in the file; of what is only in the record, at no place. */
export function problemsInFile(errors: Record<string, string>, edits: readonly FileEdit[]): PlanFileProblem[] {
  return Object.entries(errors).map(([at, message]) => {
    const [index = "", ...way] = at.split(".");
    const found = edits[Number(index)];
    const fields = way.filter((step) => !["place", "op", "organisationId", "id"].includes(step)).map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${fileNames[step] ?? step}`));
    const number = found?.edit.fields && "number" in found.edit.fields ? (found.edit.fields.number ?? "") : "";
    return { path: found?.path ? `${found.path}${fields.join("")}` : "", message, values: { value: number } };
  });
}
