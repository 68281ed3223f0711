import type { Actor } from "#lib/record/actors/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { periodView, type PeriodView } from "#lib/reporting/periods/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { canReport, canReview } from "./policy.ts";
import { deadlineOf, reachableProgress } from "./rules.ts";
import type { Progress, Subject, UpdateStatus } from "./schema.ts";

const text = (value: unknown) => value as Localized | null;

/** The plan as far as reporting on it asks. */
interface PlanView {
  id: string;
  slug: string;
  title: Localized;
  vocabulary: string;
  status: string;
  secretariatId: string;
}

/** A commitment as a whole (milestoneId null) or a milestone, with everything an update of it is checked against. */
export interface ReportedSubject {
  id: string;
  commitmentId: string;
  milestoneId: string | null;
  number: string;
  title: Localized | null;
  commitment: { number: string; slug: string; title: Localized | null; term: Term };
  term: Term;
  due: string | null;
  dueFromCommitment: boolean;
  leadOrganisationId: string;
  leadName: Localized;
  indicators: { id: string; text: Localized; baseline: string | null; target: string | null; unit: Localized | null }[];
  indicatorIds: string[];
  sources: { id: string; text: Localized }[];
  sourceIds: string[];
  plan: PlanView;
  period: PeriodView;
  /** Taken out of the plan by amendment: nothing is reported of it any more. */
  removed: boolean;
  /** What was last accepted: of the latest earlier period, and of this one. */
  earlier: UpdateView | null;
  accepted: UpdateView | null;
  reachable: Progress[];
}

/** One update with what belongs to it. `returned` is the note it was last sent back with. */
export interface UpdateView {
  id: string;
  version: number;
  status: UpdateStatus;
  progress: Progress | null;
  result: Localized | null;
  reasons: Localized | null;
  noProgress: boolean;
  savedAt: Date;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  periodLabel: Localized;
  actuals: { indicatorId: string; value: string | null; text: Localized | null }[];
  evidence: EvidenceView[];
  returned: { note: string; at: Date; by: string } | null;
}

export const updateInclude = {
  period: { select: { label: true, endsOn: true } },
  actuals: true,
  evidence: { where: { removedAt: null }, select: evidenceSelect, orderBy: { uploadedAt: "asc" } },
  reviews: { orderBy: { at: "desc" }, take: 1 },
} as const satisfies Prisma.ProgressUpdateInclude;

export type UpdateRow = Prisma.ProgressUpdateGetPayload<{ include: typeof updateInclude }>;

/** A database row as {@link UpdateView}. */
export function updateView(row: UpdateRow): UpdateView {
  const { id, version, noProgress, savedAt, submittedAt, acceptedAt } = row;
  const review = row.reviews[0];
  return {
    id, version, noProgress, savedAt, submittedAt, acceptedAt,
    status: row.status as UpdateStatus, progress: row.progress as Progress | null, result: text(row.result), reasons: text(row.reasons),
    periodLabel: row.period.label as Localized,
    actuals: row.actuals.map((actual) => ({ indicatorId: actual.indicatorId, value: actual.value?.toString() ?? null, text: text(actual.text) })),
    evidence: row.evidence.map(evidenceView),
    returned: review?.decision === "returned" ? { note: review.note ?? "", at: review.at, by: review.actorName } : null,
  };
}

const present = { where: { removedAt: null }, orderBy: { position: "asc" } } as const;

/** What {@link reportedSubject} needs of a commitment and of a milestone. */
export const subjectInclude = { indicators: present, sources: present, leadOrganisation: { select: { name: true } } } as const;

type CommitmentRow = Prisma.CommitmentGetPayload<{ include: typeof subjectInclude }>;
type MilestoneRow = Prisma.MilestoneGetPayload<{ include: typeof subjectInclude }>;

/** The subject of an update in a period; throws NOT_FOUND when there is none such, or period and subject are of different plans. */
export async function getReportedSubject(periodId: string, { commitmentId, milestoneId }: Subject): Promise<ReportedSubject> {
  const period = await db().reportingPeriod.findUnique({ where: { id: periodId }, include: { plan: true } });
  const commitment = await db().commitment.findUnique({ where: { id: commitmentId }, include: subjectInclude });
  const milestone = milestoneId ? await db().milestone.findFirst({ where: { id: milestoneId, commitmentId }, include: subjectInclude }) : null;
  if (!period || !commitment || commitment.planId !== period.planId || (milestoneId && !milestone)) throw new DomainError("NOT_FOUND");
  const accepted = await db().progressUpdate.findMany({ where: { commitmentId, milestoneId, status: "accepted" }, include: updateInclude });
  return reportedSubject({ period: periodView(period), plan: planView(period.plan), commitment, milestone }, accepted);
}

/** The plan's row as far as reporting asks. */
export function planView(row: { id: string; slug: string; title: unknown; vocabulary: string; status: string; secretariatId: string }): PlanView {
  const { id, slug, vocabulary, status, secretariatId } = row;
  return { id, slug, vocabulary, status, secretariatId, title: row.title as Localized };
}

/** Rows as {@link ReportedSubject}: a milestone, or the commitment as a whole when it is null, with its accepted updates of all periods. */
export function reportedSubject(
  { period, plan, commitment, milestone }: { period: PeriodView; plan: PlanView; commitment: CommitmentRow; milestone: MilestoneRow | null }, accepted: readonly UpdateRow[],
): ReportedSubject {
  const row = milestone ?? commitment;
  const deadline = deadlineOf(row.endsOn, commitment.endsOn);
  return {
    id: row.id, commitmentId: commitment.id, milestoneId: milestone?.id ?? null, number: row.number, title: text(row.title), term: { startsOn: row.startsOn, endsOn: row.endsOn },
    commitment: { number: commitment.number, slug: commitment.slug, title: text(commitment.title), term: { startsOn: commitment.startsOn, endsOn: commitment.endsOn } },
    due: deadline?.due ?? null, dueFromCommitment: deadline?.fromCommitment ?? false,
    leadOrganisationId: row.leadOrganisationId, leadName: row.leadOrganisation.name as Localized,
    indicators: row.indicators.map((one) => ({ id: one.id, text: one.text as Localized, baseline: one.baseline?.toString() ?? null, target: one.target?.toString() ?? null, unit: text(one.unit) })),
    indicatorIds: row.indicators.map((one) => one.id),
    sources: row.sources.map((one) => ({ id: one.id, text: one.text as Localized })),
    sourceIds: row.sources.map((one) => one.id),
    plan, period, removed: commitment.removedAt !== null || row.removedAt !== null,
    ...acceptedBefore(period, accepted),
  };
}

function acceptedBefore(period: { id: string; endsOn: string }, rows: readonly UpdateRow[]): Pick<ReportedSubject, "earlier" | "accepted" | "reachable"> {
  const before = rows.filter((row) => row.period.endsOn < period.endsOn).sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn))[0];
  const same = rows.find((row) => row.periodId === period.id);
  const earlier = before ? updateView(before) : null;
  const accepted = same ? updateView(same) : null;
  return { earlier, accepted, reachable: reachableProgress(earlier?.progress ?? null, accepted?.progress ?? null) };
}

/** What the update form of one subject starts from. `working`: the draft, submitted or returned update, and who saved it last. */
export interface UpdateForm {
  subject: ReportedSubject;
  working: (UpdateView & { savedBy: string }) | null;
}

/** The form's data; subjectId is a milestone's or a commitment's. NOT_FOUND for another organisation's subject. */
export async function getUpdateForm(actor: Actor, periodId: string, subjectId: string): Promise<UpdateForm> {
  const subject = await getReportedSubject(periodId, await findSubject(periodId, subjectId));
  if (!canReport(actor, subject) || subject.plan.status === "draft") throw new DomainError("NOT_FOUND");
  const { commitmentId, milestoneId } = subject;
  const own = { periodId, commitmentId, milestoneId, organisationId: subject.leadOrganisationId };
  const row = await db().progressUpdate.findFirst({ where: { ...own, status: { in: ["draft", "submitted", "returned"] } }, include: updateInclude });
  return { subject, working: row && { ...updateView(row), savedBy: await savedBy(row.id) } };
}

/** What an id in an address is about: a milestone, else a commitment as a whole. NOT_FOUND when either is no id. */
export async function findSubject(periodId: string, id: string): Promise<Subject> {
  if (!isId(periodId) || !isId(id)) throw new DomainError("NOT_FOUND");
  const milestone = await db().milestone.findUnique({ where: { id }, select: { commitmentId: true } });
  return milestone ? { commitmentId: milestone.commitmentId, milestoneId: id } : { commitmentId: id, milestoneId: null };
}

/** The name of whoever saved an update last, from the trace. */
async function savedBy(updateId: string): Promise<string> {
  const event = await db().auditEvent.findFirst({ where: { entity: "update", entityId: updateId, action: "update.saved" }, orderBy: { id: "desc" }, select: { actorName: true } });
  return event?.actorName ?? "";
}

/** An update as it waits for a decision. `link`: the mailed link through which somebody without an account sent it, and who made it. */
export interface UpdateForReview {
  subject: ReportedSubject;
  update: UpdateView & { savedBy: string };
  link: { email: string; name: string | null; createdByName: string; createdAt: Date } | null;
}

/** An update that was sent, beside what was accepted before it, for the Secretariat of its plan; NOT_FOUND for a draft and for anybody else. */
export async function getUpdateForReview(actor: Actor, updateId: string): Promise<UpdateForReview> {
  const submittedLink = { select: { email: true, name: true, createdByName: true, createdAt: true } } as const;
  const row = isId(updateId) ? await db().progressUpdate.findUnique({ where: { id: updateId }, include: { ...updateInclude, submittedLink } }) : null;
  if (!row || row.status === "draft") throw new DomainError("NOT_FOUND");
  const subject = await getReportedSubject(row.periodId, row);
  if (!canReview(actor, subject.plan)) throw new DomainError("NOT_FOUND");
  return { subject, update: { ...updateView(row), savedBy: await savedBy(row.id) }, link: row.submittedLink };
}
