import { entriesOf } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEdit } from "#lib/editing/schema.ts";

/**
 * What is staged, with more edits put in: one edit an entity, which counts how often it was staged and names the version of the record.
 * @param base the plan on the record
 */
export function mergedEdits(base: PlanContent, staged: readonly PlanEdit[], more: readonly PlanEdit[]): PlanEdit[] {
  const entries = entriesOf(base);
  const versionOf = ({ entity, id }: PlanEdit) => (entity === "plan" ? base.plan : entries.get(id))?.version;
  return more.reduce<PlanEdit[]>((list, edit) => {
    const before = list.find(({ id }) => id === edit.id);
    if (!before) return [...list, { ...edit, version: versionOf(edit), times: 1 }];
    if (before.op === "add" && edit.op === "remove") return withoutAdded(list, edit.id);
    const merged = together(before, { ...edit, version: versionOf(edit) });
    return list.map((one) => (one === before ? merged : one));
  }, [...staged]);
}

function together(before: PlanEdit, edit: PlanEdit): PlanEdit {
  const times = (before.times ?? 1) + 1;
  if (edit.op === "remove") return { ...edit, times };
  const place = before.place || edit.place ? { ...before.place, ...edit.place } : undefined;
  return { ...edit, op: before.op, fields: edit.fields ?? before.fields, place, times } as PlanEdit;
}

/** What was only to be added in what is not added after all goes with it. */
function withoutAdded(edits: readonly PlanEdit[], id: string): PlanEdit[] {
  const gone = new Set([id]);
  const isIn = ({ op, place }: PlanEdit) => op === "add" && Object.entries(place ?? {}).some(([name, value]) => name !== "after" && typeof value === "string" && gone.has(value));
  for (let found = edits.filter((edit) => !gone.has(edit.id) && isIn(edit)); found.length > 0; found = edits.filter((edit) => !gone.has(edit.id) && isIn(edit))) {
    for (const edit of found) gone.add(edit.id);
  }
  return edits.filter((edit) => !gone.has(edit.id));
}

/** Ids of staged entities whose record has another version than the one they were staged on. */
export function staleIn(base: PlanContent, staged: readonly PlanEdit[]): string[] {
  const entries = entriesOf(base);
  return staged.flatMap(({ op, entity, id, version }) => {
    const there = entity === "plan" ? base.plan : entries.get(id);
    return op !== "add" && (!there || there.version !== version || ("removed" in there && there.removed)) ? [id] : [];
  });
}
