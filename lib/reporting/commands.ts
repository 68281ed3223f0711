import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { compact, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { tellReporters } from "#lib/reporting/reporters/commands.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { canReadUpdate, canReport, canReview } from "./policy.ts";
import { getReportedSubject, type ReportedSubject } from "./queries.ts";
import { requireReachable, submissionProblems, updateAfter } from "./rules.ts";
import type { Progress, ReturnUpdateInput, SaveUpdateInput, UpdateStatus, UpdateVersionInput } from "./schema.ts";

/** What the next change of the same record has to name. */
export interface Saved {
  id: string;
  version: number;
}

/**
 * Saves a working update as a draft (a returned one becomes a draft again); incomplete is fine. Throws NOT_FOUND for
 * another organisation's subject, PERIOD_NOT_OPEN, PLAN_NOT_ADOPTED, TRANSITION_NOT_ALLOWED, CONFLICT when somebody
 * saved meanwhile. The evidence given is the whole of it.
 */
export async function saveUpdate(actor: Actor, input: SaveUpdateInput, now: Date): Promise<Saved> {
  const subject = await reportable(actor, input);
  requireReachable(input.progress, subject.reachable);
  requireOwnIndicators(input, subject);
  return inTransaction(async (tx) => {
    await holdOpenPeriod(input.periodId, subject.leadOrganisationId, now);
    const saved = input.id ? await changeUpdate(actor, { ...input, id: input.id }, subject, now) : await createUpdate(actor, input, subject, now);
    const stated = input.actuals.filter((actual) => actual.value !== null || compact(actual.text));
    await tx.indicatorActual.deleteMany({ where: { updateId: saved.id } });
    await tx.indicatorActual.createMany({ data: stated.map(({ indicatorId, value, text }) => ({ updateId: saved.id, indicatorId, value, text: jsonOrNull(compact(text)) })) });
    const { leadOrganisationId: organisationId, sourceIds } = subject;
    await attachEvidence(actor, { target: { updateId: saved.id }, organisationId, sourceIds }, input.evidence, now);
    return saved;
  });
}

async function reportable(actor: Actor, input: { periodId: string; subject: { commitmentId: string; milestoneId: string | null } }): Promise<ReportedSubject> {
  const subject = await getReportedSubject(input.periodId, input.subject);
  if (!canReport(actor, subject) || subject.removed) throw new DomainError("NOT_FOUND");
  if (subject.plan.status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
  return subject;
}

function requireOwnIndicators(input: SaveUpdateInput, subject: ReportedSubject): void {
  const foreign = input.actuals.findIndex((actual) => !subject.indicatorIds.includes(actual.indicatorId));
  if (foreign >= 0) throw new DomainError("INVALID_INPUT", { [`actuals.${foreign}.indicatorId`]: "unknownChoice" });
}

/** Keeps the period as it is until the transaction ends, so that nothing slips in while it is being closed. */
async function holdOpenPeriod(periodId: string, organisationId: string, now: Date): Promise<void> {
  const [period] = await db().$queryRaw<{ status: string }[]>`SELECT "status" FROM "ReportingPeriod" WHERE "id" = ${periodId}::uuid FOR SHARE`;
  const extension = period && period.status !== "open" ? await db().periodExtension.findUnique({ where: { periodId_organisationId: { periodId, organisationId } } }) : null;
  if (!period || !mayReport(period, extension, now)) throw new DomainError("PERIOD_NOT_OPEN");
}

function contentOf(input: SaveUpdateInput) {
  return { progress: input.progress, result: compact(input.result), reasons: compact(input.reasons), noProgress: input.noProgress };
}

function rowOf(content: ReturnType<typeof contentOf>) {
  return { ...content, result: jsonOrNull(content.result), reasons: jsonOrNull(content.reasons) };
}

async function createUpdate(actor: Actor, input: SaveUpdateInput, subject: ReportedSubject, now: Date): Promise<Saved> {
  const content = contentOf(input);
  const where = { periodId: input.periodId, ...input.subject, organisationId: subject.leadOrganisationId };
  const row = await db()
    .progressUpdate.create({ data: { ...where, ...rowOf(content), status: "draft", createdAt: now, createdById: actor.accountId, savedAt: now }, select: { id: true, version: true } })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
  await recordAudit(actor, { action: "update.saved", entity: "update", entityId: row.id, planId: subject.plan.id, after: content }, now);
  return row;
}

async function changeUpdate(actor: Actor, input: SaveUpdateInput & { id: string }, subject: ReportedSubject, now: Date): Promise<Saved> {
  const row = await db().progressUpdate.findFirst({ where: { id: input.id, periodId: input.periodId, ...input.subject, organisationId: subject.leadOrganisationId } });
  if (!row) throw new DomainError("NOT_FOUND");
  if (row.version !== input.version) throw new DomainError("CONFLICT");
  const status = updateAfter("save", row.status as UpdateStatus);
  const content = contentOf(input);
  const saved = await moveUpdate(input.id, row.version, row.status, { ...rowOf(content), status, savedAt: now });
  const before = { status: row.status, progress: row.progress, result: row.result, reasons: row.reasons, noProgress: row.noProgress };
  await recordAudit(actor, { action: "update.saved", entity: "update", entityId: row.id, planId: subject.plan.id, ...changed(before, { status, ...content }) }, now);
  return saved;
}

/** Only the fields that differ, for the trace. */
function changed(before: Prisma.InputJsonObject | Record<string, unknown>, after: Record<string, unknown>): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Prisma.InputJsonObject;
  return { before: pick(before), after: pick(after) };
}

async function moveUpdate(id: string, version: number, from: string, data: Prisma.ProgressUpdateUncheckedUpdateManyInput): Promise<Saved> {
  const { count } = await db().progressUpdate.updateMany({ where: { id, version, status: from }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

/**
 * Sends a draft to the Secretariat. Throws what `submissionProblems` finds, with every field named. The system, which
 * takes over what a published source says, is not asked for texts that the source does not state.
 */
export async function submitUpdate(actor: Actor, { updateId, version }: UpdateVersionInput, now: Date): Promise<Saved> {
  return inTransaction(async (tx) => {
    const row = await tx.progressUpdate.findUnique({ where: { id: updateId }, include: { evidence: { where: { removedAt: null } } } });
    if (!row) throw new DomainError("NOT_FOUND");
    const subject = await reportable(actor, { periodId: row.periodId, subject: row });
    // An amendment may have given it to another agency since: what the former one wrote is nobody else's to send.
    if (row.organisationId !== subject.leadOrganisationId) throw new DomainError("NOT_FOUND");
    if (row.version !== version) throw new DomainError("CONFLICT");
    const status = updateAfter("submit", row.status as UpdateStatus);
    await holdOpenPeriod(row.periodId, subject.leadOrganisationId, now);
    const texts = { result: row.result as Localized | null, reasons: row.reasons as Localized | null };
    const said = { ...texts, progress: row.progress as Progress | null, noProgress: row.noProgress, evidence: row.evidence };
    const problems = submissionProblems(said, { ...subject, hasSources: subject.sourceIds.length > 0 }, now, { takenOver: actor.system });
    if (problems) throw new DomainError(problems.code, problems.fields);
    const sent = await moveUpdate(updateId, version, row.status, { status, submittedAt: now, submittedById: actor.accountId, submittedLinkId: actor.link?.id ?? null });
    await recordAudit(actor, { action: "update.submitted", entity: "update", entityId: updateId, planId: subject.plan.id, before: { status: row.status }, after: { status } }, now);
    return sent;
  });
}

/** Saves and sends in one transaction: when it cannot be sent, nothing is saved either. */
export async function saveAndSubmitUpdate(actor: Actor, input: SaveUpdateInput, now: Date): Promise<Saved> {
  return inTransaction(async () => {
    const saved = await saveUpdate(actor, input, now);
    return submitUpdate(actor, { updateId: saved.id, version: saved.version }, now);
  });
}

/** Accepts a submitted update, which makes it public; one accepted before for the same subject and period is superseded. */
export async function acceptUpdate(actor: Actor, { updateId, version }: UpdateVersionInput, now: Date): Promise<Saved> {
  const update = await reviewable(actor, updateId);
  const status = updateAfter("accept", update.status);
  return inTransaction(async (tx) => {
    const { periodId, commitmentId, milestoneId, planId } = update;
    const earlier = await tx.progressUpdate.findFirst({ where: { periodId, commitmentId, milestoneId, status: "accepted" } });
    if (earlier) {
      await moveUpdate(earlier.id, earlier.version, "accepted", { status: updateAfter("supersede", "accepted"), supersededAt: now });
      await recordAudit(actor, { action: "update.superseded", entity: "update", entityId: earlier.id, planId, before: { status: "accepted" }, after: { status: "superseded", by: updateId } }, now);
    }
    const accepted = await moveUpdate(updateId, version, update.status, { status, acceptedAt: now });
    await recordReview(actor, update, { decision: "accepted", note: null }, now);
    await tell(actor, update, { kind: "accepted", note: "" }, now);
    return accepted;
  });
}

/** Sends a submitted update back with a note that says what has to be mended. */
export async function returnUpdate(actor: Actor, { updateId, version, note }: ReturnUpdateInput, now: Date): Promise<Saved> {
  const update = await reviewable(actor, updateId);
  const status = updateAfter("return", update.status);
  return inTransaction(async () => {
    const returned = await moveUpdate(updateId, version, update.status, { status });
    await recordReview(actor, update, { decision: "returned", note }, now);
    await tell(actor, update, { kind: "returned", note }, now);
    return returned;
  });
}

async function reviewable(actor: Actor, id: string) {
  const row = await db().progressUpdate.findUnique({ where: { id }, include: { commitment: { select: { plan: { select: { id: true, secretariatId: true, status: true } } } } } });
  if (!row || !canReadUpdate(actor, { ...row, status: row.status as UpdateStatus }, row.commitment.plan)) throw new DomainError("NOT_FOUND");
  if (!canReview(actor, row.commitment.plan)) throw new DomainError("FORBIDDEN");
  if (row.commitment.plan.status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
  const { periodId, commitmentId, milestoneId, organisationId, submittedLinkId } = row;
  return { id, periodId, commitmentId, milestoneId, organisationId, submittedLinkId, status: row.status as UpdateStatus, planId: row.commitment.plan.id };
}

type Reviewed = Awaited<ReturnType<typeof reviewable>>;

async function recordReview(actor: Actor, update: { id: string; planId: string }, review: { decision: "accepted" | "returned"; note: string | null }, now: Date): Promise<void> {
  await db().updateReview.create({ data: { updateId: update.id, ...review, at: now, accountId: actor.accountId, actorName: actor.name } });
  const after = { status: review.decision, ...(review.note ? { note: review.note } : {}) };
  await recordAudit(actor, { action: `update.${review.decision}`, entity: "update", entityId: update.id, planId: update.planId, before: { status: "submitted" }, after }, now);
}

/** What is taken over from a source tells nobody. */
async function tell(actor: Actor, update: Reviewed, { kind, note }: { kind: "accepted" | "returned"; note: string }, now: Date): Promise<void> {
  if (actor.system) return;
  const subject = await getReportedSubject(update.periodId, update);
  const words = (locale: Locale) => {
    const title = localize(subject.title ?? subject.commitment.title, locale)?.text ?? "";
    return { what: `${subject.number} ${title}`.trim(), period: localize(subject.period.label, locale)?.text ?? "", note };
  };
  await tellReporters(update, { kind, path: `/workspace/periods/${update.periodId}?open=${subject.id}`, words }, now);
}
