import { changedFields, entriesOf, type AnyEntry } from "#lib/editing/rules.ts";
import type { FieldsOf, PlanContent, PlanEdit, PlanEntity } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";

/** What ids and codes are called, so that a history can be read when the record has gone on. */
export interface Names {
  organisations: ReadonlyMap<string, { slug: string; name: Localized }>;
  thematicAreas: ReadonlyMap<string, Localized>;
  sdgs: ReadonlyMap<number, Localized>;
  fundingSources: ReadonlyMap<string, Localized>;
  scales: ReadonlyMap<string, Localized>;
}

/** One thing that is different after an edit, readable by itself. */
export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** All that one edit makes different. */
export interface EntityDifference {
  entity: PlanEntity;
  entityId: string;
  commitmentId: string | null;
  operation: "added" | "changed" | "removed";
  number: string | null;
  title: Localized | null;
  /** Of what was changed: each field; of what was added or removed: one, nameless, with all fields. */
  fields: FieldDifference[];
}

type Fields = FieldsOf<PlanEntity>;

/** What edits make different, in their order; those that change nothing are left out. */
export function differencesOf(before: PlanContent, after: PlanContent, edits: readonly PlanEdit[], names: Names): EntityDifference[] {
  const [was, will] = [entriesOf(before), entriesOf(after)];
  const [orderBefore, orderAfter] = [orderOf(before), orderOf(after)];
  return edits.flatMap((edit): EntityDifference[] => {
    if (edit.entity === "plan") return changed({ entity: "plan", entityId: before.plan.id, commitmentId: null, number: null, title: after.plan.fields.title }, fieldChanges(before.plan.fields, after.plan.fields, names));
    const [old, entry] = [was.get(edit.id), will.get(edit.id)];
    if (!entry) return [];
    if (edit.op === "add") return [{ ...about(entry), operation: "added", fields: [{ field: "", before: null, after: readable(entry.fields, names) }] }];
    if (!old) return [];
    if (edit.op === "remove") return [{ ...about(old), operation: "removed", fields: [{ field: "", before: readable(old.fields, names), after: null }] }];
    const reordered = edit.place && "after" in edit.place && edit.place.after !== undefined ? orderChange(orderBefore.get(edit.id), orderAfter.get(edit.id)) : [];
    return changed(about(entry), [...fieldChanges(old.fields, entry.fields, names), ...placeChanges(old, entry, was, will, reordered)]);
  });
}

function changed(subject: Omit<EntityDifference, "operation" | "fields">, fields: FieldDifference[]): EntityDifference[] {
  return fields.length > 0 ? [{ ...subject, operation: "changed", fields }] : [];
}

function about(entry: AnyEntry): Omit<EntityDifference, "operation" | "fields"> {
  const commitmentId = entry.entity === "commitment" ? entry.id : entry.entity === "milestone" ? entry.place.commitmentId : null;
  return { entity: entry.entity, entityId: entry.id, commitmentId, number: entry.fields.number, title: entry.entity === "legal_act" ? (entry.fields.title ?? entry.fields.kind) : entry.fields.title };
}

function fieldChanges(before: Fields, after: Fields, names: Names): FieldDifference[] {
  const [old, now] = [readable(before, names), readable(after, names)];
  return changedFields(before, after).map((name) => {
    const field = readableNames[name] ?? name;
    return { field, before: old[field] ?? null, after: now[field] ?? null };
  });
}

/** What a code or an id is replaced by is called after what it names. */
const readableNames: Record<string, string> = { leadOrganisationId: "leadOrganisation", scaleCode: "scale" };

/** Fields with names beside codes. */
function readable(fields: Fields, names: Names): Record<string, unknown> {
  const organisation = (id: string) => names.organisations.get(id) ?? null;
  const named = <K>(from: ReadonlyMap<K, Localized>, code: K) => from.get(code) ?? null;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, unknown] => {
      if (name === "leadOrganisationId") return ["leadOrganisation", organisation(String(value))];
      if (name === "scaleCode") return ["scale", { code: value, label: named(names.scales, String(value)) }];
      if (name === "partnerships") return [name, (value as FieldsOf<"milestone">["partnerships"]).map(({ role, organisationId }) => ({ role, organisation: organisation(organisationId) }))];
      if (name === "thematicAreas") return [name, (value as string[]).map((code) => ({ code, label: named(names.thematicAreas, code) }))];
      if (name === "sdgs") return [name, (value as number[]).map((number) => ({ number, label: named(names.sdgs, number) }))];
      if (name !== "budgetLines") return [name, value];
      return [name, (value as FieldsOf<"milestone">["budgetLines"]).map(({ fundingSourceCode: code, ...line }) => ({ ...line, fundingSource: code === null ? null : named(names.fundingSources, code) }))];
    }),
  );
}

type Entries = ReadonlyMap<string, AnyEntry>;

function placeChanges(before: AnyEntry, after: AnyEntry, was: Entries, will: Entries, reordered: FieldDifference[]): FieldDifference[] {
  const holders = { partId: "part", parentId: "parent", commitmentId: "commitment" } as const;
  const [old, now]: Record<string, string | null | undefined>[] = [{ ...before.place }, { ...after.place }];
  const moved = Object.entries(holders).flatMap(([name, field]) =>
    (old?.[name] ?? null) === (now?.[name] ?? null) ? [] : [{ field, before: holder(was.get(old?.[name] ?? "")), after: holder(will.get(now?.[name] ?? "")) }],
  );
  return moved.length > 0 ? moved : reordered;
}

function holder(entry: AnyEntry | undefined) {
  if (!entry || entry.entity === "legal_act") return null;
  return { number: entry.fields.number, title: entry.fields.title, ...(entry.entity === "part" ? { kind: entry.fields.kind } : {}) };
}

function orderChange(before: number | undefined, after: number | undefined): FieldDifference[] {
  return before === after || before === undefined || after === undefined ? [] : [{ field: "position", before, after }];
}

/** Each entry's place in its list, from 1; milestones' in their commitment. What was taken out is not counted. */
function orderOf(content: PlanContent): Map<string, number> {
  const lists: AnyEntry[][] = [content.legalActs, content.parts, content.commitments, ...Map.groupBy(content.milestones, ({ place }) => place.commitmentId).values()];
  return new Map(lists.flatMap((list) => list.filter(({ removed }) => !removed).map(({ id }, index): [string, number] => [id, index + 1])));
}
