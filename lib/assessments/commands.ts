import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { compact } from "#lib/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Subject } from "#lib/reporting/schema.ts";
import { canAssess } from "./policy.ts";
import { assessmentAfter, requireAssessable, requireGrade, requireGradeOfScale } from "./rules.ts";
import type { AssessmentStatus, AssessmentVersionInput, SaveAssessmentInput } from "./schema.ts";

/** What the next change of the same record has to name. */
export interface SavedAssessment {
  id: string;
  version: number;
}

interface Assessable {
  plan: { id: string; secretariatId: string; status: string };
  scale: { id: string; code: string }[];
  period: { status: string };
}

/**
 * Saves the Secretariat's draft on a commitment (milestoneId null) or milestone in a period; a grade may still be missing.
 * Throws NOT_FOUND outside the actor's plans, INVALID_INPUT for a grade of another scale, PLAN_NOT_ADOPTED,
 * PERIOD_NOT_OPEN before the period begins, CONFLICT when somebody saved meanwhile. The evidence given is the whole of it.
 */
export async function saveAssessment(actor: Actor, input: SaveAssessmentInput, now: Date): Promise<SavedAssessment> {
  return inTransaction(async () => {
    const { plan, scale, period } = await assessable(actor, input.periodId, input.subject);
    requireAssessable(plan, period);
    requireGradeOfScale(input.gradeId, scale);
    const saved = input.id ? await changeDraft(actor, { ...input, id: input.id }, plan, now) : await createDraft(actor, input, plan, now);
    const pieces = input.evidence.map((piece) => ({ ...piece, verificationSourceId: null }));
    await attachEvidence(actor, { target: { assessmentId: saved.id }, organisationId: plan.secretariatId, sourceIds: [] }, pieces, now);
    return saved;
  });
}

/** What is judged, when a plan that the actor may assess promises it still; NOT_FOUND otherwise. */
async function assessable(actor: Actor, periodId: string, subject: Subject): Promise<Assessable> {
  const milestone = subject.milestoneId ? { milestones: { some: { id: subject.milestoneId, removedAt: null } } } : {};
  const period = await db().reportingPeriod.findFirst({
    where: { id: periodId, plan: { commitments: { some: { id: subject.commitmentId, removedAt: null, ...milestone } } } },
    select: { status: true, plan: { select: { id: true, secretariatId: true, status: true, scale: { select: { grades: { select: { id: true, code: true } } } } } } },
  });
  if (!period || !canAssess(actor, period.plan)) throw new DomainError("NOT_FOUND");
  const { scale, ...plan } = period.plan;
  return { plan, scale: scale.grades, period: { status: period.status } };
}

async function createDraft(actor: Actor, input: SaveAssessmentInput, plan: Assessable["plan"], now: Date): Promise<SavedAssessment> {
  const content = { gradeId: input.gradeId, narrative: compact(input.narrative) };
  const row = await db()
    .assessment.create({
      data: {
        periodId: input.periodId, ...input.subject, voice: "secretariat", organisationId: plan.secretariatId, status: "draft", gradeId: content.gradeId,
        narrative: jsonOrNull(content.narrative), createdAt: now, savedAt: now, accountId: actor.accountId, actorName: actor.name,
      },
      select: { id: true, version: true },
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
  await recordAudit(actor, { action: "assessment.saved", entity: "assessment", entityId: row.id, planId: plan.id, after: content }, now);
  return row;
}

async function changeDraft(actor: Actor, input: SaveAssessmentInput & { id: string }, plan: Assessable["plan"], now: Date): Promise<SavedAssessment> {
  const row = await db().assessment.findFirst({
    where: { id: input.id, periodId: input.periodId, ...input.subject, voice: "secretariat", organisationId: plan.secretariatId },
  });
  if (!row) throw new DomainError("NOT_FOUND");
  if (row.version !== input.version) throw new DomainError("CONFLICT");
  assessmentAfter("save", row.status as AssessmentStatus);
  const content = { gradeId: input.gradeId, narrative: compact(input.narrative) };
  const data = { gradeId: content.gradeId, narrative: jsonOrNull(content.narrative), savedAt: now, accountId: actor.accountId, actorName: actor.name };
  const saved = await moveAssessment(row.id, row.version, "draft", data);
  const before = { gradeId: row.gradeId, narrative: row.narrative as Prisma.InputJsonValue };
  await recordAudit(actor, { action: "assessment.saved", entity: "assessment", entityId: row.id, planId: plan.id, before, after: content }, now);
  return saved;
}

async function moveAssessment(id: string, version: number, from: AssessmentStatus, data: Prisma.AssessmentUncheckedUpdateManyInput): Promise<SavedAssessment> {
  const { count } = await db().assessment.updateMany({ where: { id, version, status: from }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

/**
 * Publishes a draft, which makes it public for good; one published before for the same period, subject and assessor is
 * superseded. Throws INVALID_INPUT without a grade, TRANSITION_NOT_ALLOWED unless it is a draft, CONFLICT.
 */
export async function publishAssessment(actor: Actor, { assessmentId, version }: AssessmentVersionInput, now: Date): Promise<SavedAssessment> {
  return inTransaction(async (tx) => {
    const row = await tx.assessment.findUnique({ where: { id: assessmentId } });
    if (!row) throw new DomainError("NOT_FOUND");
    const { plan, scale, period } = await assessable(actor, row.periodId, row);
    if (row.version !== version) throw new DomainError("CONFLICT");
    const status = assessmentAfter("publish", row.status as AssessmentStatus);
    requireAssessable(plan, period);
    requireGrade(row.gradeId);
    requireGradeOfScale(row.gradeId, scale);
    await supersedeEarlier(actor, row, plan.id, now);
    const published = await moveAssessment(row.id, version, "draft", { status, publishedAt: now, accountId: actor.accountId, actorName: actor.name });
    const grade = scale.find(({ id }) => id === row.gradeId)?.code ?? null;
    await recordAudit(actor, { action: "assessment.published", entity: "assessment", entityId: row.id, planId: plan.id, before: { status: row.status }, after: { status, grade } }, now);
    return published;
  });
}

interface Successor extends Subject {
  id: string;
  periodId: string;
  organisationId: string;
  voice: string;
}

async function supersedeEarlier(actor: Actor, successor: Successor, planId: string, now: Date): Promise<void> {
  const { id, periodId, commitmentId, milestoneId, organisationId, voice } = successor;
  const earlier = await db().assessment.findFirst({ where: { periodId, commitmentId, milestoneId, organisationId, voice, status: "published" } });
  if (!earlier) return;
  const status = assessmentAfter("supersede", "published");
  await moveAssessment(earlier.id, earlier.version, "published", { status });
  await recordAudit(actor, { action: "assessment.superseded", entity: "assessment", entityId: earlier.id, planId, before: { status: "published" }, after: { status, by: id } }, now);
}

/** Saves and publishes in one transaction: when it cannot be published, nothing is saved either. */
export async function saveAndPublishAssessment(actor: Actor, input: SaveAssessmentInput, now: Date): Promise<SavedAssessment> {
  return inTransaction(async () => {
    const saved = await saveAssessment(actor, input, now);
    return publishAssessment(actor, { assessmentId: saved.id, version: saved.version }, now);
  });
}
