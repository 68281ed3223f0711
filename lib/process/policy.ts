import { hasRole } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Whose process it is. */
interface OfSecretariat {
  secretariatId: string;
}

/** Who writes groups and events: the Secretariat whose they are. */
export function canRecordProcess(actor: Actor, of: OfSecretariat): boolean {
  return !actor.link && hasRole(actor, "secretariat", of.secretariatId);
}

/** Events and groups are public once they are published; before, they are for those who write them. */
export function canReadProcess(actor: Actor | null, of: OfSecretariat & { isPublic: boolean }): boolean {
  return of.isPublic || (actor !== null && canRecordProcess(actor, of));
}

/** What a recommendation's rights hang on. */
interface Addressed {
  addresseeId: string;
  event: OfSecretariat & { status: string };
}

/**
 * Who answers a recommendation and says that it is fulfilled: coordinators of the organisation it is addressed to; where the
 * Secretariat asks itself, its own people. A mailed link is for reporting alone.
 */
export function canAnswerRecommendation(actor: Actor, { addresseeId, event }: Addressed): boolean {
  if (actor.link) return false;
  return hasRole(actor, "coordinator", addresseeId) || (addresseeId === event.secretariatId && hasRole(actor, "secretariat", addresseeId));
}

/** In the workspace: who answers it, and who recorded it. What is published is public anyway, on other pages. */
export function canOpenRecommendation(actor: Actor, recommendation: Addressed): boolean {
  if (canRecordProcess(actor, recommendation.event)) return true;
  return recommendation.event.status !== "draft" && canAnswerRecommendation(actor, recommendation);
}
