import type { UpdateStatus } from "#lib/reporting/schema.ts";

/** Where the report on a subject stands in a period: the working update counts before an accepted one. */
export function workState(statuses: readonly UpdateStatus[]): Exclude<UpdateStatus, "superseded"> | "none" {
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

/** How many lines an agency has in a period, and how many of them it has sent. */
export interface AgencyShare<A> {
  agency: A;
  lines: number;
  sent: number;
}

/** The lines of a period by the agency that leads them, in the order in which agencies first appear. */
export function sharesOf<A extends { id: string }>(lines: readonly { subjectId: string; agency: A }[], sent: ReadonlySet<string>): AgencyShare<A>[] {
  const agencies = [...new Map(lines.map(({ agency }) => [agency.id, agency])).values()];
  return agencies.map((agency) => {
    const own = lines.filter((line) => line.agency.id === agency.id);
    return { agency, lines: own.length, sent: own.filter(({ subjectId }) => sent.has(subjectId)).length };
  });
}
