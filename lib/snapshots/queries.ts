import type { Localized } from "#lib/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { flatMilestones, tallyOf } from "./rules.ts";
import {
  snapshotFormat, snapshotSchema, type ReportStage, type Snapshot, type SnapshotEvidence, type SnapshotMilestone, type SnapshotOrganisation, type SnapshotPart,
} from "./schema.ts";

/** What a snapshot says of itself; the rest comes from the record. */
export interface SnapshotFrame {
  version: number;
  stage: ReportStage;
  reason: Localized | null;
  publishedAt: Date;
}

const organisation = { select: { slug: true, name: true } } as const;
const byPosition = [{ position: "asc" }, { id: "asc" }] satisfies { position?: "asc"; id?: "asc" }[];
/** What the plan promises still; what was taken out by amendment stays in the reports that were published before. */
const promised = { where: { removedAt: null }, orderBy: byPosition };
const evidence = { where: { removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }] } satisfies Prisma.EvidenceFindManyArgs;

/** Everything a commitment or a milestone shows of one period; `own` keeps a commitment's records apart from its milestones'. */
function subjectOf(periodId: string, own: { milestoneId?: null } = {}) {
  return {
    leadOrganisation: organisation,
    partnerships: { orderBy: byPosition, select: { role: true, organisation } },
    indicators: { ...promised, include: { actuals: { where: { update: { periodId, status: "accepted" } } } } },
    sources: promised,
    budgetLines: { orderBy: byPosition, include: { fundingSource: true } },
    updates: { where: { periodId, status: "accepted", ...own }, include: { organisation, evidence } },
    assessments: { where: { periodId, status: "published", ...own }, orderBy: [{ voice: "desc" }, { id: "asc" }], include: { organisation, grade: true, evidence } },
  } satisfies Prisma.MilestoneInclude;
}

function commitmentsOf(periodId: string) {
  return {
    ...promised,
    include: {
      ...subjectOf(periodId, { milestoneId: null }), thematicAreas: { orderBy: [{ position: "asc" }, { code: "asc" }] }, sdgs: { orderBy: { number: "asc" } },
      milestones: { ...promised, include: subjectOf(periodId) },
    },
  } satisfies Prisma.Plan$commitmentsArgs;
}

type CommitmentRow = Prisma.CommitmentGetPayload<ReturnType<typeof commitmentsOf>>;
type MilestoneRow = CommitmentRow["milestones"][number];

/**
 * The report as it would be frozen now: its working texts and everything the record holds of its period that is accepted
 * or published. Throws NOT_FOUND for an unknown report.
 */
export async function composeSnapshot(reportId: string, frame: SnapshotFrame): Promise<Snapshot> {
  const report = await db().report.findUnique({ where: { id: reportId }, include: { period: true } });
  if (!report) throw new DomainError("NOT_FOUND");
  const plan = await getPlan(report.planId, report.periodId);
  const parts = depthFirst(plan.parts);
  const place = (partId: string | null) => parts.findIndex(({ id }) => id === partId);
  const commitments = plan.commitments.map(commitmentView).sort((a, b) => place(a.partId) - place(b.partId));
  const scale = { label: said(plan.scale.label), grades: plan.scale.grades.map(gradeView) };
  const { consultationOpensOn: opensOn, consultationEndsOn: endsOn, period } = report;
  return snapshotSchema.parse({
    format: snapshotFormat,
    report: {
      slug: report.slug, kind: report.kind, title: report.title, introduction: report.introduction, conclusions: report.conclusions, ...frame,
      publishedAt: frame.publishedAt.toISOString(), consultation: opensOn && endsOn ? { opensOn, endsOn } : null,
    },
    plan: { ...planView(plan), scale },
    period: { slug: period.slug, label: period.label, kind: period.kind, startsOn: period.startsOn, endsOn: period.endsOn },
    summary: {
      commitments: tallyOf(commitments, scale.grades),
      milestones: tallyOf(commitments.flatMap((commitment) => flatMilestones(commitment.milestones).map(({ milestone }) => milestone)), scale.grades),
    },
    parts,
    commitments,
    comments: frame.stage === "consultation" ? null : await commentsOf(reportId),
  });
}

/** In one statement, so that what is frozen stood there all at once, whatever is accepted meanwhile. */
async function getPlan(planId: string, periodId: string) {
  return db().plan.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: planId },
    include: {
      secretariat: organisation, legalActs: { orderBy: byPosition }, parts: { orderBy: byPosition },
      scale: { include: { grades: { orderBy: { rank: "asc" } } } }, commitments: commitmentsOf(periodId),
    },
  });
}
type PlanRow = Awaited<ReturnType<typeof getPlan>>;

function planView(plan: PlanRow) {
  const { slug, title, level, countryCode, locality, vocabulary, startsOn, endsOn, secretariat, legalActs } = plan;
  const acts = legalActs.map(({ kind, number, date, issuingBody, title: actTitle, url }) => ({ kind, number, date, issuingBody, title: actTitle, url }));
  return { slug, title, level, countryCode, locality, vocabulary, startsOn, endsOn, secretariat: organisationView(secretariat), legalActs: acts };
}

/** Parts in the order they are read: each followed by those nested in it. */
function depthFirst(rows: PlanRow["parts"], parentId: string | null = null): SnapshotPart[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .flatMap((row) => {
      const { id, kind, number, title, description, note } = row;
      return [{ id, parentId, kind: kind as SnapshotPart["kind"], number, title: said(title), description: maybe(description), note: maybe(note) }, ...depthFirst(rows, id)];
    });
}

function commitmentView(row: CommitmentRow) {
  const milestones = nested(row.milestones);
  const thematicAreas = row.thematicAreas.map(({ code, label }) => ({ code, label: said(label) }));
  const sdgs = row.sdgs.map(({ number, label }) => ({ number, label: said(label) }));
  const { slug, partId } = row;
  const texts = { title: maybe(row.title), plainSummary: maybe(row.plainSummary), expectedOutcome: maybe(row.expectedOutcome), sourceNote: maybe(row.sourceNote) };
  return { ...subjectView(row), ...texts, slug, partId, thematicAreas, sdgs, milestones };
}

function nested(rows: MilestoneRow[], parentId: string | null = null): SnapshotMilestone[] {
  return rows.filter((row) => row.parentId === parentId).map((row) => ({ ...subjectView(row), title: said(row.title), milestones: nested(rows, row.id) }));
}

function subjectView(row: Omit<MilestoneRow, "title" | "parentId" | "commitmentId">) {
  const [update] = row.updates;
  return {
    id: row.id, number: row.number, description: maybe(row.description), startsOn: row.startsOn, endsOn: row.endsOn,
    lead: organisationView(row.leadOrganisation),
    partners: row.partnerships.map((partner) => ({ role: partner.role as "partner" | "co_responsible", organisation: organisationView(partner.organisation) })),
    indicators: row.indicators.map(indicatorView),
    verificationSources: row.sources.map(({ id, text }) => ({ id, text: said(text) })),
    budget: row.budgetLines.map(budgetView),
    update: update ? updateView(update) : null,
    assessments: row.assessments.map(assessmentView),
  };
}

function indicatorView({ id, code, text, baseline, target, unit, actuals: [actual] }: MilestoneRow["indicators"][number]) {
  const stated = actual ? { value: actual.value?.toFixed() ?? null, text: maybe(actual.text) } : null;
  return { id, code, text: said(text), baseline: baseline?.toFixed() ?? null, target: target?.toFixed() ?? null, unit: maybe(unit), actual: stated };
}

function budgetView({ amount, currency, programmeCode, fundingSource, noAdditionalCost, statedText }: MilestoneRow["budgetLines"][number]) {
  return { amount: amount?.toFixed() ?? null, currency, programmeCode, fundingSource: maybe(fundingSource?.label), noAdditionalCost, statedText: maybe(statedText) };
}

function updateView(row: MilestoneRow["updates"][number]) {
  if (!row.acceptedAt || !row.progress) throw new Error(`accepted update ${row.id} has no date or progress`);
  const { id, noProgress } = row;
  const progress = row.progress as NonNullable<SnapshotMilestone["update"]>["progress"];
  const texts = { result: maybe(row.result), reasons: maybe(row.reasons) };
  return { id, organisation: organisationView(row.organisation), progress, ...texts, noProgress, acceptedAt: row.acceptedAt.toISOString(), evidence: row.evidence.map(evidenceView) };
}

function assessmentView(row: MilestoneRow["assessments"][number]) {
  if (!row.grade || !row.publishedAt) throw new Error(`published assessment ${row.id} has no date or grade`);
  const voice = row.voice as SnapshotMilestone["assessments"][number]["voice"];
  const signed = { voice, organisation: organisationView(row.organisation), publishedAt: row.publishedAt.toISOString() };
  return { id: row.id, ...signed, grade: gradeView(row.grade), narrative: maybe(row.narrative), evidence: row.evidence.map(evidenceView) };
}

type EvidenceRow = MilestoneRow["assessments"][number]["evidence"][number];

function evidenceView({ id, kind, title, url, fileName, mediaType, size, sha256, verificationSourceId }: EvidenceRow): SnapshotEvidence {
  return { id, kind: kind as SnapshotEvidence["kind"], title: maybe(title), url, fileName, mediaType, size, sha256, verificationSourceId };
}

function gradeView({ code, label, rank, fulfilled }: { code: string; label: unknown; rank: number; fulfilled: boolean }) {
  return { code, label: said(label), rank, fulfilled };
}

function organisationView({ slug, name }: { slug: string; name: unknown }): SnapshotOrganisation {
  return { slug, name: said(name) };
}

async function commentsOf(reportId: string): Promise<Snapshot["comments"]> {
  const rows = await db().comment.findMany({
    where: { reportId, status: { in: ["published", "rejected", "hidden"] } }, orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    select: {
      id: true, status: true, moderationCode: true, authorName: true, body: true, locale: true, publishedAt: true, reportVersion: { select: { number: true } },
      response: { select: { status: true, disposition: true, text: true, publishedAt: true, organisation } },
    },
  });
  const codes = rows.flatMap(({ status, moderationCode }) => (status !== "published" && moderationCode ? [moderationCode] : []));
  const refused = [...new Set(codes)].sort().map((code) => ({ code, count: codes.filter((other) => other === code).length }));
  const published = rows.filter(({ status }) => status === "published").map(({ id, authorName, body, locale, publishedAt, reportVersion, response }) => ({
    id, author: authorName, body, locale, publishedAt: publishedAt?.toISOString(), reportVersion: reportVersion?.number ?? null,
    response: response?.status !== "published" ? null
      : { disposition: response.disposition, text: response.text, organisation: organisationView(response.organisation), publishedAt: response.publishedAt?.toISOString() },
  }));
  return snapshotSchema.shape.comments.parse({ published, refused });
}

/** A text that the record always has. */
function said(value: unknown): Localized {
  return value as Localized;
}

/** A text that may be not stated. */
function maybe(value: unknown): Localized | null {
  return (value ?? null) as Localized | null;
}
