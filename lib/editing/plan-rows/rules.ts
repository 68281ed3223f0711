import { listsOf, same } from "#lib/editing/rules.ts";
import type { ListedEntity, PlanContent, PlanEntry } from "#lib/editing/schema.ts";

export interface ListChanges<E extends ListedEntity> {
  added: PlanEntry<E>[];
  changed: { entry: PlanEntry<E>; before: PlanEntry<E> }[];
  removed: PlanEntry<E>[];
}

/** What has to be written to come from one content to another. */
export type RowChanges = { [E in ListedEntity]: ListChanges<E> } & {
  /** Some list has another order or another length. */
  reordered: boolean;
  /** How many entries are added, changed or removed. */
  total: number;
};

/** Compares two contents of one plan entry by entry; an entry is changed when its fields or what holds it differ. */
export function rowChanges(before: PlanContent, after: PlanContent): RowChanges {
  const [was, will] = [listsOf(before), listsOf(after)];
  const lists = {
    legal_act: listChanges(was.legal_act, will.legal_act),
    part: listChanges(was.part, will.part),
    commitment: listChanges(was.commitment, will.commitment),
    milestone: listChanges(was.milestone, will.milestone),
  };
  const total = Object.values(lists).reduce((sum, { added, changed, removed }) => sum + added.length + changed.length + removed.length, 0);
  const order = (content: PlanContent) => Object.values(listsOf(content)).map((list) => list.map(({ id }) => id));
  return { ...lists, total, reordered: !same(order(before), order(after)) };
}

function listChanges<E extends ListedEntity>(was: readonly PlanEntry<E>[], will: readonly PlanEntry<E>[]): ListChanges<E> {
  const there = new Map(was.map((entry) => [entry.id, entry]));
  const changes: ListChanges<E> = { added: [], changed: [], removed: [] };
  for (const entry of will) {
    const before = there.get(entry.id);
    if (!before) changes.added.push(entry);
    else if (entry.removed && !before.removed) changes.removed.push(entry);
    else if (!same(before.fields, entry.fields) || !same(before.place, entry.place)) changes.changed.push({ entry, before });
  }
  return changes;
}

/** Every entry's place in its list, from 0; milestones' in their commitment. */
export function positionsOf(content: PlanContent): Map<string, number> {
  const lists: { id: string }[][] = [content.legalActs, content.parts, content.commitments, ...Map.groupBy(content.milestones, ({ place }) => place.commitmentId).values()];
  return new Map(lists.flatMap((list) => list.map(({ id }, index): [string, number] => [id, index])));
}

/** What holds others goes before them. */
export function orderedByParent<T extends { id: string; place: { parentId: string | null } }>(entries: readonly T[]): T[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const depth = ({ place }: T): number => {
    const parent = byId.get(place.parentId ?? "");
    return parent ? depth(parent) + 1 : 0;
  };
  return entries.map((entry) => ({ entry, at: depth(entry) })).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
