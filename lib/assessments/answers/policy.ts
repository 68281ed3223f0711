import { hasRole } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who answers an assessment: the coordinators of the organisation that leads what was assessed, with an account of their own. A mailed link is for reporting. */
export function canAnswer(actor: Actor, subject: { leadOrganisationId: string }): boolean {
  return !actor.link && hasRole(actor, "coordinator", subject.leadOrganisationId);
}
