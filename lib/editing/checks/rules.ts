import { entriesOf, listsOf, type AnyEntry } from "#lib/editing/rules.ts";
import type { FieldsOf, PlanContent, PlanEdit, PlanEntry } from "#lib/editing/schema.ts";
import type { FieldErrors } from "#lib/platform/errors.ts";
import { endsBeforeStart } from "#lib/record/terms/rules.ts";

/** What edits may name, and what stands in the way of some. */
export interface Known {
  organisations: ReadonlySet<string>;
  thematicAreas: ReadonlySet<string>;
  sdgs: ReadonlySet<number>;
  fundingSources: ReadonlySet<string>;
  scales: ReadonlySet<string>;
  /** Milestones that were reported on or assessed: they stay in their commitment. */
  reported: ReadonlySet<string>;
  /** Legal acts by which an amendment was made. */
  actsInUse: ReadonlySet<string>;
  /** Something was assessed on the plan's scale. */
  assessed: boolean;
}

type Complain = (path: string, message: string) => void;

/** Indexes of the edits whose record is not the one that their editor saw any more. */
export function conflictsOf(before: PlanContent, edits: readonly PlanEdit[]): number[] {
  const entries = entriesOf(before);
  return edits.flatMap((edit, index) => {
    if (edit.op === "add" || edit.version === undefined) return [];
    const there = edit.entity === "plan" ? before.plan : entries.get(edit.id);
    return there && !("removed" in there && there.removed) && there.version === edit.version ? [] : [index];
  });
}

/**
 * What keeps edits from being made, at `<index>.<field path>`; keys of errors.json.
 * @param before the plan as it is
 * @param after `overlay(before, edits)`
 */
export function editProblems(before: PlanContent, after: PlanContent, edits: readonly PlanEdit[], known: Known): FieldErrors {
  const wrong: FieldErrors = {};
  const [was, will, taken, seen] = [entriesOf(before), entriesOf(after), takenOf(after), new Set<string>()];
  edits.forEach((edit, index) => {
    const complain: Complain = (path, message) => (wrong[`${index}.${path}`] ??= message);
    if (seen.has(edit.id)) return complain("op", "duplicate");
    seen.add(edit.id);
    if (edit.entity === "plan") return edit.id === before.plan.id ? planProblems(before, edit.fields, known, complain) : complain("id", "unknownChoice");
    const [there, entry] = [was.get(edit.id), will.get(edit.id)];
    if (edit.op === "add" ? there : there?.entity !== edit.entity) return complain("op", edit.op === "add" ? "duplicate" : "unknownChoice");
    if (there?.removed) return complain("op", "removedAlready");
    if (edit.op === "remove") return removalProblems(after, edit.id, known, complain);
    if (!entry) return complain("place.commitmentId", "unknownChoice");
    if (entry.removed) return complain("op", "removedAlready");
    placeProblems(entry, will, complain);
    afterProblem(edit, entry, will, complain);
    moveProblems(there, entry, known, complain);
    if (edit.fields) fieldProblems({ before, was, there }, entry, known, complain);
    takenProblems(entry, taken, complain);
  });
  return wrong;
}

function planProblems(before: PlanContent, fields: FieldsOf<"plan"> | undefined, known: Known, complain: Complain): void {
  if (!fields) return;
  termProblem(fields, complain);
  if (!known.scales.has(fields.scaleCode)) complain("scaleCode", "unknownChoice");
  else if (known.assessed && fields.scaleCode !== before.plan.fields.scaleCode) complain("scaleCode", "inUse");
}

function removalProblems(after: PlanContent, id: string, known: Known, complain: Complain): void {
  if (known.actsInUse.has(id)) complain("op", "inUse");
  const holds = after.commitments.some(({ removed, place }) => !removed && place.partId === id) || after.parts.some(({ removed, place }) => !removed && place.parentId === id);
  if (holds) complain("op", "partNotEmpty");
}

/** What holds it is there, and not inside itself. */
function placeProblems(entry: AnyEntry, will: ReadonlyMap<string, AnyEntry>, complain: Complain): void {
  const isHeld = (id: string | null, entity: AnyEntry["entity"]) => {
    const holder = will.get(id ?? "");
    return id === null || (holder?.entity === entity && !holder.removed);
  };
  if (entry.entity === "commitment" && !isHeld(entry.place.partId, "part")) complain("place.partId", "unknownChoice");
  if (entry.entity === "milestone" && !isHeld(entry.place.commitmentId, "commitment")) complain("place.commitmentId", "unknownChoice");
  if (entry.entity !== "part" && entry.entity !== "milestone") return;
  if (!isHeld(entry.place.parentId, entry.entity)) return complain("place.parentId", "unknownChoice");
  const parent = will.get(entry.place.parentId ?? "");
  if (parent?.entity === "milestone" && entry.entity === "milestone" && parent.place.commitmentId !== entry.place.commitmentId) complain("place.parentId", "unknownChoice");
  if (isInside(entry, will)) complain("place.parentId", "insideItself");
}

function isInside(entry: PlanEntry<"part"> | PlanEntry<"milestone">, will: ReadonlyMap<string, AnyEntry>): boolean {
  const way = new Set<string>();
  for (let id: string | null = entry.place.parentId; id !== null && !way.has(id); ) {
    if (id === entry.id) return true;
    way.add(id);
    const holder = will.get(id);
    id = holder && "parentId" in holder.place ? holder.place.parentId : null;
  }
  return false;
}

function afterProblem({ place, id }: PlanEdit, entry: AnyEntry, will: ReadonlyMap<string, AnyEntry>, complain: Complain): void {
  const after = place && "after" in place ? place.after : null;
  if (!after) return;
  const other = will.get(after);
  const together = other?.entity === entry.entity && (other.entity !== "milestone" || entry.entity !== "milestone" || other.place.commitmentId === entry.place.commitmentId);
  if (!together || after === id) complain("place.after", "unknownChoice");
}

/** What was said of a milestone was said of it in its commitment. */
function moveProblems(there: AnyEntry | undefined, entry: AnyEntry, known: Known, complain: Complain): void {
  if (there?.entity !== "milestone" || entry.entity !== "milestone" || there.place.commitmentId === entry.place.commitmentId) return;
  if (known.reported.has(entry.id)) complain("place.commitmentId", "inUse");
}

interface Before {
  before: PlanContent;
  was: ReadonlyMap<string, AnyEntry>;
  there: AnyEntry | undefined;
}

function fieldProblems({ before, was, there }: Before, entry: AnyEntry, known: Known, complain: Complain): void {
  if (entry.entity === "commitment" && there?.entity === "commitment" && before.plan.status !== "draft" && entry.fields.slug !== there.fields.slug) complain("slug", "addressKept");
  if (entry.entity !== "commitment" && entry.entity !== "milestone") return;
  termProblem(entry.fields, complain);
  lineProblems(entry.fields, known, complain);
  lineIdProblems(entry, was, complain);
  if (entry.entity !== "commitment") return;
  if (entry.fields.thematicAreas.some((code) => !known.thematicAreas.has(code))) complain("thematicAreas", "unknownChoice");
  if (entry.fields.sdgs.some((goal) => !known.sdgs.has(goal))) complain("sdgs", "unknownChoice");
}

function termProblem(term: { startsOn: string | null; endsOn: string | null }, complain: Complain): void {
  if (endsBeforeStart(term)) complain("endsOn", "endBeforeStart");
}

function lineProblems(fields: FieldsOf<"milestone"> | FieldsOf<"commitment">, known: Known, complain: Complain): void {
  if (!known.organisations.has(fields.leadOrganisationId)) complain("leadOrganisationId", "unknownChoice");
  const named = new Set([fields.leadOrganisationId]);
  fields.partnerships.forEach(({ organisationId }, index) => {
    if (!known.organisations.has(organisationId)) complain(`partnerships.${index}.organisationId`, "unknownChoice");
    else if (named.has(organisationId)) complain(`partnerships.${index}.organisationId`, "duplicate");
    named.add(organisationId);
  });
  fields.budgetLines.forEach(({ fundingSourceCode }, index) => {
    if (fundingSourceCode !== null && !known.fundingSources.has(fundingSourceCode)) complain(`budgetLines.${index}.fundingSourceCode`, "unknownChoice");
  });
}

/** A line is named once, and not by the id of a line that stands elsewhere. */
function lineIdProblems(entry: PlanEntry<"commitment"> | PlanEntry<"milestone">, was: ReadonlyMap<string, AnyEntry>, complain: Complain): void {
  const seen = new Set<string>();
  for (const list of ["indicators", "sources"] as const) {
    entry.fields[list].forEach(({ id }, index) => {
      if (id !== null && (seen.has(id) || was.has(id))) complain(`${list}.${index}.id`, "duplicate");
      if (id !== null) seen.add(id);
    });
  }
}

/** How often a number is taken where it has to be the only one, and an address in the plan. */
function takenOf(after: PlanContent): Map<string, number> {
  const taken = new Map<string, number>();
  for (const list of Object.values(listsOf(after))) for (const entry of list as AnyEntry[]) for (const { key } of uniqueOf(entry)) taken.set(key, (taken.get(key) ?? 0) + 1);
  return taken;
}

function takenProblems(entry: AnyEntry, taken: ReadonlyMap<string, number>, complain: Complain): void {
  for (const { field, key } of uniqueOf(entry)) if ((taken.get(key) ?? 0) > 1) complain(field, "duplicate");
}

/** A removed commitment keeps its address; its number is free again. */
function uniqueOf(entry: AnyEntry): { field: string; key: string }[] {
  const number = (...where: (string | null)[]) => (entry.removed || !entry.fields.number ? [] : [{ field: "number", key: JSON.stringify([entry.entity, ...where, entry.fields.number]) }]);
  const slug = (value: string | null) => (value === null ? [] : [{ field: "slug", key: JSON.stringify([entry.entity, "slug", value]) }]);
  if (entry.entity === "part") return entry.removed ? [] : [...number(entry.place.parentId, entry.fields.kind), ...slug(entry.fields.slug)];
  if (entry.entity === "commitment") return [...number(entry.place.partId), ...slug(entry.fields.slug)];
  return entry.entity === "milestone" ? number(entry.place.commitmentId) : [];
}
