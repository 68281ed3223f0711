import type { Actor } from "#lib/record/actors/schema.ts";
import { tellAgency } from "#lib/assessments/mails/commands.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Subject } from "#lib/reporting/schema.ts";
import { canAssess, ownerOf, type AssessmentOwner } from "./policy.ts";
import { getOrganisationsInvolved, irmSelect, irmView } from "./queries.ts";
import { assessmentAfter, requireAssessable, requireGradeOfScale, requireIndependence, requireIrm, requirePublishable } from "./rules.ts";
import type { AssessmentStatus, AssessmentVersionInput, AssessmentVoice, IrmCodes, SaveAssessmentInput } from "./schema.ts";

/** What the next change of the same record has to name. */
export interface SavedAssessment {
  id: string;
  version: number;
}

interface Assessable {
  owner: AssessmentOwner;
  plan: { id: string; secretariatId: string; status: string };
  scale: { id: string; code: string }[];
}

/**
 * Saves a draft on a commitment (milestoneId null) or milestone in a period, in the name of the plan's Secretariat or of an
 * independent monitor, as the input says; judgements may still be missing. Throws NOT_FOUND when the actor does not speak in
 * that name, INDEPENDENCE when the monitor has a hand in the commitment, INVALID_INPUT for a grade of another scale,
 * PLAN_NOT_ADOPTED, PERIOD_NOT_OPEN before the period begins, CONFLICT when somebody saved meanwhile. The evidence given is
 * the whole of it.
 */
export async function saveAssessment(actor: Actor, input: SaveAssessmentInput, now: Date): Promise<SavedAssessment> {
  return inTransaction(async () => {
    const found = await assessable(actor, input.periodId, input.subject, (plan) => ownerOf(input.assessor, plan));
    await requireScales(found, input);
    const saved = input.id ? await changeDraft(actor, { ...input, id: input.id }, found, now) : await createDraft(actor, input, found, now);
    const pieces = input.evidence.map((piece) => ({ ...piece, verificationSourceId: null }));
    await attachEvidence(actor, { target: { assessmentId: saved.id }, organisationId: found.owner.organisationId, sourceIds: [] }, pieces, now);
    return saved;
  });
}

/** What is judged, when the plan promises it still and the actor may assess it as its owner; NOT_FOUND otherwise, and what {@link requireAssessable} and {@link requireIndependence} throw. */
async function assessable(actor: Actor, periodId: string, subject: Subject, ownerIn: (plan: Assessable["plan"]) => AssessmentOwner): Promise<Assessable> {
  const milestone = subject.milestoneId ? { milestones: { some: { id: subject.milestoneId, removedAt: null } } } : {};
  const period = await db().reportingPeriod.findFirst({
    where: { id: periodId, plan: { commitments: { some: { id: subject.commitmentId, removedAt: null, ...milestone } } } },
    select: { status: true, plan: { select: { id: true, secretariatId: true, status: true, scale: { select: { grades: { select: { id: true, code: true } } } } } } },
  });
  if (!period) throw new DomainError("NOT_FOUND");
  const { scale, ...plan } = period.plan;
  const owner = ownerIn(plan);
  if (!canAssess(actor, owner, plan)) throw new DomainError("NOT_FOUND");
  requireAssessable(plan, period);
  requireIndependence(owner, await getOrganisationsInvolved(subject.commitmentId));
  return { owner, plan, scale: scale.grades };
}

async function requireScales({ owner, scale }: Assessable, { gradeId, irm }: { gradeId: string | null; irm: IrmCodes }): Promise<void> {
  requireGradeOfScale(gradeId, scale);
  requireIrm(owner.voice, irm, await db().irmGrade.findMany({ select: { axis: true, code: true } }));
}

/** What an assessment says, as it is stored. */
function contentOf({ gradeId, irm, narrative }: Pick<SaveAssessmentInput, "gradeId" | "irm" | "narrative">) {
  return {
    gradeId, completionCode: irm.completion, verifiableCode: irm.verifiable, potentialCode: irm.potential, earlyResultsCode: irm.earlyResults,
    narrative: compact(narrative),
  };
}

type Content = ReturnType<typeof contentOf>;
type ContentRow = Omit<Content, "narrative"> & { narrative: unknown };

function contentOfRow({ gradeId, completionCode, verifiableCode, potentialCode, earlyResultsCode, narrative }: ContentRow): Content {
  return { gradeId, completionCode, verifiableCode, potentialCode, earlyResultsCode, narrative: narrative as Content["narrative"] };
}

async function createDraft(actor: Actor, input: SaveAssessmentInput, { owner, plan }: Assessable, now: Date): Promise<SavedAssessment> {
  const content = contentOf(input);
  const row = await db()
    .assessment.create({
      data: {
        periodId: input.periodId, ...input.subject, ...owner, status: "draft", ...content,
        narrative: jsonOrNull(content.narrative), createdAt: now, savedAt: now, accountId: actor.accountId, actorName: actor.name,
      },
      select: { id: true, version: true },
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
  await traceDraft(actor, row.id, { owner, plan, before: null, after: content }, now);
  return row;
}

async function changeDraft(actor: Actor, input: SaveAssessmentInput & { id: string }, { owner, plan }: Assessable, now: Date): Promise<SavedAssessment> {
  const row = await db().assessment.findFirst({ where: { id: input.id, periodId: input.periodId, ...input.subject, ...owner } });
  if (!row) throw new DomainError("NOT_FOUND");
  if (row.version !== input.version) throw new DomainError("CONFLICT");
  assessmentAfter("save", row.status as AssessmentStatus);
  const content = contentOf(input);
  const data = { ...content, narrative: jsonOrNull(content.narrative), savedAt: now, accountId: actor.accountId, actorName: actor.name };
  const saved = await moveAssessment(row.id, row.version, "draft", data);
  await traceDraft(actor, row.id, { owner, plan, before: contentOfRow(row), after: content }, now);
  return saved;
}

interface DraftChange {
  owner: AssessmentOwner;
  plan: { id: string };
  before: Content | null;
  after: Content;
}

/** The trail is read by administrators and the Secretariat: of an independent draft it tells who changed which fields, and what they say once it is published. */
async function traceDraft(actor: Actor, id: string, { owner, plan, before, after }: DraftChange, now: Date): Promise<void> {
  const change = { action: "assessment.saved", entity: "assessment", entityId: id };
  if (owner.voice === "secretariat") return recordAudit(actor, { ...change, planId: plan.id, ...(before ? { before } : {}), after }, now);
  const fields = Object.keys(after) as (keyof Content)[];
  const changed = fields.filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before?.[field] ?? null));
  return recordAudit(actor, { ...change, after: { voice: owner.voice, changed: changed.map((field) => field.replace(/(Id|Code)$/, "")) } }, now);
}

async function moveAssessment(id: string, version: number, from: AssessmentStatus, data: Prisma.AssessmentUncheckedUpdateManyInput): Promise<SavedAssessment> {
  const { count } = await db().assessment.updateMany({ where: { id, version, status: from }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

/**
 * Publishes a draft exactly as it was saved, for good; one published before for the same period, subject and assessor is
 * superseded. The agency is told of an independent one. Throws as {@link saveAssessment}, INVALID_INPUT with what is missing,
 * TRANSITION_NOT_ALLOWED unless it is a draft.
 */
export async function publishAssessment(actor: Actor, { assessmentId, version }: AssessmentVersionInput, now: Date): Promise<SavedAssessment> {
  return inTransaction(async (tx) => {
    const row = await tx.assessment.findUnique({ where: { id: assessmentId }, include: { evidence: { where: { removedAt: null }, select: { fileName: true, url: true } }, ...irmSelect } });
    if (!row) throw new DomainError("NOT_FOUND");
    const owner = { voice: row.voice as AssessmentVoice, organisationId: row.organisationId };
    const found = await assessable(actor, row.periodId, row, () => owner);
    if (row.version !== version) throw new DomainError("CONFLICT");
    const status = assessmentAfter("publish", row.status as AssessmentStatus);
    const irm = { completion: row.completionCode, verifiable: row.verifiableCode, potential: row.potentialCode, earlyResults: row.earlyResultsCode };
    requirePublishable(owner.voice, { gradeId: row.gradeId, irm, narrative: row.narrative as Localized | null });
    await requireScales(found, { gradeId: row.gradeId, irm });
    await supersedeEarlier(actor, { ...row, ...owner }, found.plan.id, now);
    const published = await moveAssessment(row.id, version, "draft", { status, publishedAt: now, accountId: actor.accountId, actorName: actor.name });
    const grade = found.scale.find(({ id }) => id === row.gradeId)?.code ?? null;
    const labels = Object.fromEntries(Object.entries(irmView(row)).flatMap(([axis, judged]) => (judged ? [[axis, judged.label]] : [])));
    const said = { voice: owner.voice, grade, ...labels, narrative: contentOfRow(row).narrative, evidence: row.evidence.map(({ fileName, url }) => fileName ?? url) };
    await recordAudit(actor, { action: "assessment.published", entity: "assessment", entityId: row.id, planId: found.plan.id, before: { status: row.status }, after: { status, ...said } }, now);
    if (owner.voice === "independent") await tellAgency(row.id, now);
    return published;
  });
}

interface Successor extends Subject, AssessmentOwner {
  id: string;
  periodId: string;
}

async function supersedeEarlier(actor: Actor, successor: Successor, planId: string, now: Date): Promise<void> {
  const { id, periodId, commitmentId, milestoneId, organisationId, voice } = successor;
  const earlier = await db().assessment.findFirst({ where: { periodId, commitmentId, milestoneId, organisationId, voice, status: "published" } });
  if (!earlier) return;
  const status = assessmentAfter("supersede", "published");
  await moveAssessment(earlier.id, earlier.version, "published", { status });
  await recordAudit(actor, { action: "assessment.superseded", entity: "assessment", entityId: earlier.id, planId, before: { status: "published" }, after: { status, by: id } }, now);
}

/**
 * Saves and publishes the Secretariat's in one transaction: when it cannot be published, nothing is saved either. FORBIDDEN for
 * an independent monitor's, which is published as it was saved and looked at.
 */
export async function saveAndPublishAssessment(actor: Actor, input: SaveAssessmentInput, now: Date): Promise<SavedAssessment> {
  if (input.assessor.voice !== "secretariat") throw new DomainError("FORBIDDEN");
  return inTransaction(async () => {
    const saved = await saveAssessment(actor, input, now);
    return publishAssessment(actor, { assessmentId: saved.id, version: saved.version }, now);
  });
}
