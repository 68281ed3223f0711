import type { Actor } from "#lib/record/actors/schema.ts";
import { tellAssessors } from "#lib/assessments/mails/commands.ts";
import type { AssessmentStatus } from "#lib/assessments/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canAnswer } from "./policy.ts";
import { requireAnswerable } from "./rules.ts";
import type { AnswerAssessmentInput } from "./schema.ts";

const lead = { select: { leadOrganisationId: true, leadOrganisation: { select: { name: true } } } } as const;

/**
 * Publishes the agency's answer to a published assessment, once and for good, and tells those who assessed. Throws NOT_FOUND
 * unless the actor coordinates for the agency that leads what was assessed, ALREADY_ANSWERED, ASSESSMENT_SUPERSEDED.
 */
export async function answerAssessment(actor: Actor, { assessmentId, text }: AnswerAssessmentInput, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.assessment.findFirst({
      where: { id: assessmentId, status: { not: "draft" }, commitment: { plan: { status: { not: "draft" } } } },
      select: { status: true, answer: { select: { id: true } }, milestone: lead, commitment: { select: { planId: true, ...lead.select } } },
    });
    const subject = row && (row.milestone ?? row.commitment);
    if (!row || !subject || !canAnswer(actor, subject)) throw new DomainError("NOT_FOUND");
    requireAnswerable({ status: row.status as AssessmentStatus, answered: row.answer !== null });
    const said = { assessmentId, organisationId: subject.leadOrganisationId, text: compact(text) ?? {} };
    await tx.assessmentAnswer.create({ data: { ...said, publishedAt: now, accountId: actor.accountId, actorName: actor.name } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_ANSWERED") : error;
    });
    const after = { answer: said.text, organisation: subject.leadOrganisation.name as Localized };
    await recordAudit(actor, { action: "assessment.answered", entity: "assessment", entityId: assessmentId, planId: row.commitment.planId, after }, now);
    await tellAssessors(assessmentId, text, now);
  });
}
