import { entriesOf, type AnyEntry } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEdit, PlanEntity } from "#lib/editing/schema.ts";
import { fieldNames, sameValue, valuesOf, type FormValue } from "#lib/editing/drafts/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";

/** What something is called, in a sentence. */
export interface Named {
  number: string | null;
  title: Localized | null;
}

/** What an amendment in preparation does to one thing. */
export interface StagedChange extends Named {
  entity: PlanEntity;
  id: string;
  op: PlanEdit["op"];
  /** Field by field, what is stated and what will be; of what is added, all that will be; of what is removed, nothing. */
  fields: { name: string; before: FormValue | null; after: FormValue }[];
  /** It goes to another part, commitment or milestone; null on a side: none holds it. */
  moved: { from: Named | null; to: Named | null } | null;
  /** It has another place among its like. */
  reordered: boolean;
}

/**
 * Every staged change as it can be read: old beside new, in the order of the edits.
 * @param base the plan as adopted
 * @param content the same with what is staged
 */
export function stagedChanges(base: PlanContent, content: PlanContent, edits: readonly PlanEdit[]): StagedChange[] {
  const [was, will] = [entriesOf(base), entriesOf(content)];
  return edits.map(({ entity, id, op, place }): StagedChange => {
    if (entity === "plan") return { entity, id, op, number: null, title: content.plan.fields.title, fields: differing("plan", base.plan.fields, content.plan.fields), moved: null, reordered: false };
    const [before, after] = [was.get(id), will.get(id)];
    const named = nameOf(after ?? before);
    const fields = op === "remove" ? [] : differing(entity, before?.fields ?? null, after?.fields ?? null);
    const moved = op === "change" && before && after ? movedBetween(before, after, was, will) : null;
    return { entity, id, op, ...named, fields, moved, reordered: op === "change" && !moved && place !== undefined && "after" in place && place.after !== undefined };
  });
}

function differing(entity: PlanEntity, before: object | null, after: object | null): StagedChange["fields"] {
  const [old, now, blank] = [before && valuesOf(entity, before), valuesOf(entity, after), valuesOf(entity, {})];
  return fieldNames(entity)
    .filter((name) => !sameValue((old ?? blank)[name], now[name]))
    .map((name) => ({ name, before: old ? (old[name] ?? "") : null, after: now[name] ?? "" }));
}

type Entries = ReadonlyMap<string, AnyEntry>;

function movedBetween(before: AnyEntry, after: AnyEntry, was: Entries, will: Entries): StagedChange["moved"] {
  const [from, to] = [holderOf(before), holderOf(after)];
  if (from === to) return null;
  const called = (id: string | null, entries: Entries) => (id ? nameOf(entries.get(id)) : null);
  return { from: called(from, was), to: called(to, will) };
}

function holderOf(entry: AnyEntry): string | null {
  if (entry.entity === "part") return entry.place.parentId;
  if (entry.entity === "commitment") return entry.place.partId;
  return entry.entity === "milestone" ? (entry.place.parentId ?? entry.place.commitmentId) : null;
}

function nameOf(entry: AnyEntry | undefined): Named {
  if (!entry) return { number: null, title: null };
  return { number: entry.fields.number, title: entry.entity === "legal_act" ? (entry.fields.title ?? entry.fields.kind) : entry.fields.title };
}
