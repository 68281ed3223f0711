import type { Localized } from "#lib/record/localized/schema.ts";
import type { Prisma } from "#lib/platform/db/client.ts";
import type { SnapshotCommitment, SnapshotEvidence, SnapshotIrmGrade, SnapshotMilestone, SnapshotOrganisation } from "#lib/reports/snapshots/schema.ts";

export const organisation = { select: { slug: true, name: true } } as const;
export const byPosition = [{ position: "asc" }, { id: "asc" }] satisfies { position?: "asc"; id?: "asc" }[];
export const evidence = { where: { removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }] } satisfies Prisma.EvidenceFindManyArgs;
/** What the plan promises still; what was taken out by amendment stays in the reports that were published before. */
const promised = { where: { removedAt: null }, orderBy: byPosition };
const judged = { organisation, grade: true, completion: true, verifiable: true, potential: true, earlyResults: true, answer: { include: { organisation } }, evidence } satisfies Prisma.AssessmentInclude;

/** Everything a commitment or a milestone shows of one period; `own` keeps a commitment's records apart from its milestones'. */
function subjectOf(periodId: string, own: { milestoneId?: null } = {}) {
  return {
    leadOrganisation: organisation,
    partnerships: { orderBy: byPosition, select: { role: true, organisation } },
    indicators: { ...promised, include: { actuals: { where: { update: { periodId, status: "accepted" } } } } },
    sources: promised,
    budgetLines: { orderBy: byPosition, include: { fundingSource: true } },
    updates: { where: { periodId, status: "accepted", ...own }, include: { organisation, evidence } },
    assessments: { where: { periodId, status: "published", ...own }, orderBy: [{ voice: "desc" }, { id: "asc" }], include: judged },
  } satisfies Prisma.MilestoneInclude;
}

/** What is read of a plan's commitments to freeze what is accepted and published of a period. */
export function commitmentsOf(periodId: string) {
  return {
    ...promised,
    include: {
      ...subjectOf(periodId, { milestoneId: null }), thematicAreas: { orderBy: [{ position: "asc" }, { code: "asc" }] }, sdgs: { orderBy: { number: "asc" } },
      milestones: { ...promised, include: subjectOf(periodId) },
    },
  } satisfies Prisma.Plan$commitmentsArgs;
}

export type CommitmentRow = Prisma.CommitmentGetPayload<ReturnType<typeof commitmentsOf>>;
type MilestoneRow = CommitmentRow["milestones"][number];
type AssessmentRow = MilestoneRow["assessments"][number];

/** A commitment as it is frozen, but for what the report says of it. */
export function commitmentView(row: CommitmentRow): Omit<SnapshotCommitment, "narrative"> {
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

function assessmentView(row: AssessmentRow) {
  if (!row.publishedAt) throw new Error(`published assessment ${row.id} has no date`);
  const voice = row.voice as SnapshotMilestone["assessments"][number]["voice"];
  const signed = { voice, organisation: organisationView(row.organisation), publishedAt: row.publishedAt.toISOString() };
  const irm = { completion: irmView(row.completion), verifiable: irmView(row.verifiable), potential: irmView(row.potential), earlyResults: irmView(row.earlyResults) };
  const words = { narrative: maybe(row.narrative), evidence: row.evidence.map(evidenceView) };
  return { id: row.id, ...signed, grade: row.grade && gradeView(row.grade), irm, ...words, answer: row.answer && answerView(row.answer) };
}

function answerView(row: NonNullable<AssessmentRow["answer"]>) {
  return { organisation: organisationView(row.organisation), text: said(row.text), publishedAt: row.publishedAt.toISOString() };
}

export function irmView(row: { code: string; label: unknown; rank: number | null } | null | undefined): SnapshotIrmGrade | null {
  return row ? { code: row.code, label: said(row.label), rank: row.rank } : null;
}

export function evidenceView({ id, kind, title, url, fileName, mediaType, size, sha256, verificationSourceId }: AssessmentRow["evidence"][number]): SnapshotEvidence {
  return { id, kind: kind as SnapshotEvidence["kind"], title: maybe(title), url, fileName, mediaType, size, sha256, verificationSourceId };
}

export function gradeView({ code, label, rank, fulfilled }: { code: string; label: unknown; rank: number; fulfilled: boolean }) {
  return { code, label: said(label), rank, fulfilled };
}

export function organisationView({ slug, name }: { slug: string; name: unknown }): SnapshotOrganisation {
  return { slug, name: said(name) };
}

/** A text that the record always has. */
export function said(value: unknown): Localized {
  return value as Localized;
}

/** A text that may be not stated. */
export function maybe(value: unknown): Localized | null {
  return (value ?? null) as Localized | null;
}
