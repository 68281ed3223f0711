import { isSecretariatOf } from "#lib/actors/policy.ts";
import type { Actor } from "#lib/actors/schema.ts";
import type { AssessmentStatus } from "./schema.ts";

/** Who judges fulfilment: the plan's Secretariat. Never the agency that reports. */
export function canAssess(actor: Actor, plan: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, plan);
}

/** Published and superseded assessments of a plan that is no draft are public; a draft is for those who write it. */
export function canReadAssessment(actor: Actor | null, assessment: { status: AssessmentStatus }, plan: { secretariatId: string; status: string }): boolean {
  if (assessment.status !== "draft" && plan.status !== "draft") return true;
  return actor !== null && canAssess(actor, plan);
}
