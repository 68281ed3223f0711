import type { UpdateStatus } from "#lib/reporting/schema.ts";

/** Where the report on a subject stands in a period: the working update counts before an accepted one. */
export function workState(statuses: readonly UpdateStatus[]): UpdateStatus | "none" {
  return statuses.find((status) => status === "draft" || status === "submitted" || status === "returned") ?? statuses.find((status) => status === "accepted") ?? "none";
}

/** Milestones with each one's sub-milestones after it, and how deep they are nested; order among siblings is kept. */
export function treeOrder<T extends { id: string; parentId: string | null }>(items: readonly T[]): { item: T; depth: number }[] {
  const known = new Set(items.map((item) => item.id));
  const under = (parentId: string | null, depth: number): { item: T; depth: number }[] =>
    items
      .filter((item) => (item.parentId !== null && known.has(item.parentId) ? item.parentId : null) === parentId)
      .flatMap((item) => [{ item, depth }, ...under(item.id, depth + 1)]);
  return under(null, 0);
}
