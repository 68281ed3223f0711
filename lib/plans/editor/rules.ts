import type { PlanContent, PlanEntity } from "#lib/editing/schema.ts";
import type { DraftPlace } from "#lib/editing/drafts/schema.ts";

/** "5.2" after "5.1", "3" after "2"; null where the last number does not end in digits. */
export function numberAfter(last: string | null | undefined): string | null {
  const [, before, digits] = /^(.*?)(\d+)\.?$/s.exec(last ?? "") ?? [];
  return digits === undefined ? null : `${before}${Number(digits) + 1}`;
}

/** What a new thing's form begins with: the number that comes next where it will stand, and for a milestone the agency of its commitment. */
export function begunAt(entity: PlanEntity, place: DraftPlace, { parts, commitments, milestones }: Pick<PlanContent, "parts" | "commitments" | "milestones">): Record<string, string> {
  if (entity === "part") {
    const like = parts.filter((part) => !part.removed && part.place.parentId === (place.parentId ?? null)).at(-1);
    return like ? { kind: like.fields.kind, number: numberAfter(like.fields.number) ?? "" } : { kind: "objective" };
  }
  if (entity === "commitment") {
    const like = commitments.filter((commitment) => !commitment.removed && commitment.place.partId === (place.partId ?? null)).at(-1);
    return { number: like ? (numberAfter(like.fields.number) ?? "") : "1" };
  }
  if (entity !== "milestone") return {};
  const commitment = commitments.find(({ id }) => id === place.commitmentId);
  const outer = milestones.find(({ id }) => id === place.parentId);
  const like = milestones.filter((milestone) => !milestone.removed && milestone.place.commitmentId === place.commitmentId && milestone.place.parentId === (place.parentId ?? null)).at(-1);
  const holder = outer?.fields.number ?? commitment?.fields.number;
  return { number: like ? (numberAfter(like.fields.number) ?? "") : holder ? `${holder}.1` : "", leadOrganisationId: commitment?.fields.leadOrganisationId ?? "" };
}
