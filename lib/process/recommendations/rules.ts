import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { recommendationState } from "#lib/process/rules.ts";
import type { RecommendationState } from "#lib/process/schema.ts";
import { dayOf, isPast } from "#lib/record/terms/rules.ts";

/** The life of a recommendation: it is answered once, and fulfilled once, after its response. */
export const recommendationLife: Record<RecommendationState, readonly RecommendationState[]> = {
  waiting: ["answered"],
  answered: ["fulfilled"],
  fulfilled: [],
};

interface Standing {
  respondedAt: Date | null;
  fulfilledOn: string | null;
  event: { status: string };
}

/** Throws TRANSITION_NOT_ALLOWED unless the recommendation can get there and its event is public and was not cancelled. */
export function requireRecommendationStep(recommendation: Standing, to: RecommendationState): void {
  const open = recommendation.event.status === "published";
  if (!open || !recommendationLife[recommendationState(recommendation)].includes(to)) throw new DomainError("TRANSITION_NOT_ALLOWED");
}

/** What keeps a fulfilment from being recorded; empty when nothing does. Fulfilled needs proof, and a day that has come. */
export function refusalsOfFulfilment(fulfilment: { fulfilledOn: string; evidence: readonly unknown[] }, now: Date): FieldErrors {
  return {
    ...(fulfilment.fulfilledOn > dayOf(now) ? { fulfilledOn: "dateInFuture" } : {}),
    ...(fulfilment.evidence.length === 0 ? { evidence: "proofRequired" } : {}),
  };
}

/** Accepted, at least in part, and not yet fulfilled: the addressee has promised something. */
export function isPromised(recommendation: { disposition: string | null; fulfilledOn: string | null }): boolean {
  return !recommendation.fulfilledOn && (recommendation.disposition === "accepted" || recommendation.disposition === "partly_accepted");
}

/** True once its term has passed while it waits for a response, or for the fulfilment that was promised. */
export function isOverdue(recommendation: { dueOn: string | null; respondedAt: Date | null; disposition: string | null; fulfilledOn: string | null }, now: Date): boolean {
  const open = recommendation.respondedAt === null || isPromised(recommendation);
  return open && recommendation.dueOn !== null && isPast(recommendation.dueOn, now);
}
