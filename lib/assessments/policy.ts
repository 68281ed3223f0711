import { hasRole, isSecretariatOf, organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Assessor, AssessmentStatus, AssessmentVoice } from "./schema.ts";

/** Whose an assessment is: the voice and the organisation that speaks. */
export interface AssessmentOwner {
  voice: AssessmentVoice;
  organisationId: string;
}

/** The owner of what is assessed in this name; the Secretariat's own organisation is the plan's. */
export function ownerOf(assessor: Assessor, plan: { secretariatId: string }): AssessmentOwner {
  return { voice: assessor.voice, organisationId: assessor.voice === "secretariat" ? plan.secretariatId : assessor.organisationId };
}

/**
 * Who writes an assessment and reads its draft: for the Secretariat's, the plan's Secretariat; for an independent one, the
 * monitors of its organisation, of any plan that the public may read. Never the agency that reports.
 */
export function canAssess(actor: Actor, owner: AssessmentOwner, plan: { secretariatId: string; status: string }): boolean {
  if (actor.link) return false;
  if (owner.voice === "independent") return plan.status !== "draft" && hasRole(actor, "monitor", owner.organisationId);
  return owner.organisationId === plan.secretariatId && isSecretariatOf(actor, plan);
}

/** Published and superseded assessments of a plan that is no draft are public; a draft is for those who write it. */
export function canReadAssessment(actor: Actor | null, assessment: AssessmentOwner & { status: AssessmentStatus }, plan: { secretariatId: string; status: string }): boolean {
  if (assessment.status !== "draft" && plan.status !== "draft") return true;
  return actor !== null && canAssess(actor, assessment, plan);
}

/** In whose names the actor may assess at all, the Secretariat's first. */
export function assessorsOf(actor: Actor): Assessor[] {
  const monitored = organisationsOf(actor, "monitor").map((organisationId): Assessor => ({ voice: "independent", organisationId }));
  return organisationsOf(actor, "secretariat").length ? [{ voice: "secretariat" }, ...monitored] : monitored;
}
