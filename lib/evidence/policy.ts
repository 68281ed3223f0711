import { hasRole, isSecretariatOf, reachesPeriod } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who brings evidence in an organisation's name: its coordinators, its Secretariat staff, its monitors. */
export function canUpload(actor: Actor, organisationId: string): boolean {
  return hasRole(actor, "coordinator", organisationId) || hasRole(actor, "secretariat", organisationId) || hasRole(actor, "monitor", organisationId);
}

/**
 * True for who brings evidence of an independent monitor: until it is published with what it proves, nobody else is to know it,
 * not even by the audit trail.
 */
export function bringsUnseen(actor: Actor, organisationId: string): boolean {
  return !actor.system && hasRole(actor, "monitor", organisationId);
}

interface PlanOfEvidence {
  status: string;
  secretariatId: string;
}

/** What a piece of evidence belongs to; all null: uploaded, not attached yet. */
export interface EvidencePlace {
  organisationId: string;
  removed: boolean;
  /** A published report names it. */
  frozen: boolean;
  update: { status: string; periodId: string; plan: PlanOfEvidence } | null;
  assessment: { status: string; voice: string; plan: PlanOfEvidence } | null;
  /** An event that it documents, or the event of the recommendation whose fulfilment it shows. */
  event: { status: string; secretariatId: string } | null;
}

/** Evidence that a report was published with stays public. Other evidence is public with the update or assessment it proves, once that is accepted or published and the plan is no draft; with its event, once that is published. */
export function isPublicEvidence(evidence: EvidencePlace): boolean {
  if (evidence.frozen) return true;
  if (evidence.removed) return false;
  const { update, assessment, event } = evidence;
  if (event) return event.status !== "draft";
  if (update) return update.plan.status !== "draft" && (update.status === "accepted" || update.status === "superseded");
  return assessment !== null && assessment.plan.status !== "draft" && (assessment.status === "published" || assessment.status === "superseded");
}

/**
 * Before it is public: an update's is for the coordinators who report and the Secretariat that reviews, an assessment's for
 * the assessors alone (a city hall may report and be the Secretariat: its coordinators wait like everybody), and what is
 * attached to nothing yet for those who may upload in the organisation's name. An event's is its Secretariat's, and what
 * was taken out of one stays with those who brought it. A mailed link opens what belongs to its period.
 */
export function canReadEvidence(actor: Actor | null, evidence: EvidencePlace): boolean {
  if (isPublicEvidence(evidence)) return true;
  if (!actor) return false;
  const { organisationId, update, assessment, event } = evidence;
  if (actor.link && (!update || !reachesPeriod(actor, update.periodId))) return false;
  if (event) return isSecretariatOf(actor, event) || (event.status !== "draft" && canUpload(actor, organisationId));
  if (assessment) return hasRole(actor, assessment.voice === "independent" ? "monitor" : "secretariat", organisationId);
  if (update) return hasRole(actor, "coordinator", organisationId) || (!evidence.removed && isSecretariatOf(actor, update.plan));
  return canUpload(actor, organisationId);
}
