import { addressesOf, at, evidenceOf, evidenceSelect, namedOf, namedSelect, periodOf, periodSelect, planRefOf, planRefSelect, publicPlan } from "#lib/record/publication/queries.ts";
import { byId, filterValues, maybeInstantSort, saidText, textOf, withoutAddresses, type Filter, type Resource } from "#lib/record/publication/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { assessmentRecord, commentRecord, reportRecord, updateRecord } from "./schema.ts";

const { slug, code, id, since } = filterValues;
const ofPublicPlan = { commitment: { plan: publicPlan } } as const;
const subjectSelect = {
  milestone: { select: { id: true, number: true, title: true } }, commitment: { select: { id: true, number: true, slug: true, title: true, plan: planRefSelect } },
  period: periodSelect, organisation: namedSelect, evidence: evidenceSelect,
} as const;

const subjectFilters: Record<string, Filter> = {
  plan: { schema: slug, where: (value) => ({ commitment: { plan: { slug: value } } }) }, commitment: { schema: id, where: (commitmentId) => ({ commitmentId }) },
  milestone: { schema: id, where: (milestoneId) => ({ milestoneId }) }, organisation: { schema: slug, where: (value) => ({ organisation: { slug: value } }) },
  period: { schema: slug, where: (value) => ({ period: { slug: value } }) },
};
const sinceOf = (field: string): Filter => ({ schema: since, where: (value) => ({ [field]: { gte: new Date(value) } }) });

interface SubjectRow {
  milestone: { id: string; number: string; title: unknown } | null;
  commitment: { id: string; number: string; slug: string; title: unknown; plan: { slug: string; title: unknown } };
  period: { slug: string; label: unknown; startsOn: string; endsOn: string };
  organisation: { slug: string; name: unknown };
  evidence: Parameters<typeof evidenceOf>[0][];
}

function subjectOf({ milestone, period, organisation, commitment: { plan, ...commitment }, evidence }: SubjectRow) {
  return {
    plan: planRefOf(plan), commitment: { ...commitment, title: textOf(commitment.title) }, milestone: milestone && { ...milestone, title: saidText(milestone.title) },
    period: periodOf(period), organisation: namedOf(organisation), evidence: evidence.map(evidenceOf),
    url: addressesOf(`/plans/${plan.slug}/commitments/${commitment.slug}${milestone ? `#${encodeURIComponent(milestone.number)}` : ""}`),
  };
}

const updateSelect = {
  ...subjectSelect, id: true, progress: true, result: true, reasons: true, noProgress: true, acceptedAt: true,
  actuals: { orderBy: { indicatorId: "asc" }, select: { indicatorId: true, value: true, text: true } },
} as const satisfies Prisma.ProgressUpdateSelect;

export const updates: Resource = {
  name: "updates", record: updateRecord, key: "id",
  sorts: { ...byId, acceptedAt: maybeInstantSort },
  filters: { ...subjectFilters, progress: { schema: code, where: (progress) => ({ progress }) }, since: sinceOf("acceptedAt") },
  read: async ({ where, orderBy, take }) => {
    const rows = await db().progressUpdate.findMany({ relationLoadStrategy: "join", where: { AND: [{ status: "accepted", ...ofPublicPlan }, where] }, orderBy, take, select: updateSelect });
    return rows.map((row) => ({
      ...subjectOf(row), id: row.id, progress: row.progress, result: textOf(row.result), reasons: textOf(row.reasons), noProgress: row.noProgress, acceptedAt: at(row.acceptedAt),
      actuals: row.actuals.map(({ indicatorId, value, text }) => ({ indicator: indicatorId, value: value?.toString() ?? null, text: textOf(text) })),
    }));
  },
};

const irm = { select: { code: true, label: true } } as const;
const assessmentSelect = {
  ...subjectSelect, id: true, voice: true, status: true, narrative: true, publishedAt: true, completion: irm, verifiable: irm, potential: irm, earlyResults: irm,
  grade: { select: { code: true, label: true, rank: true, scaleCode: true } }, answer: { select: { text: true, publishedAt: true, organisation: namedSelect } },
} as const satisfies Prisma.AssessmentSelect;

function assessmentOf(row: Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>) {
  const { grade, answer } = row;
  const judged = (step: { code: string; label: unknown } | null) => step && { code: step.code, label: saidText(step.label) };
  return {
    ...subjectOf(row), id: row.id, voice: row.voice, superseded: row.status === "superseded", narrative: textOf(row.narrative), publishedAt: at(row.publishedAt),
    grade: grade && { code: grade.code, label: saidText(grade.label), rank: grade.rank, scale: grade.scaleCode },
    irm: { completion: judged(row.completion), verifiable: judged(row.verifiable), potential: judged(row.potential), earlyResults: judged(row.earlyResults) },
    answer: answer && { organisation: namedOf(answer.organisation), text: saidText(answer.text), publishedAt: answer.publishedAt.toISOString() },
  };
}

export const assessments: Resource = {
  name: "assessments", record: assessmentRecord, key: "id",
  sorts: { ...byId, publishedAt: maybeInstantSort },
  filters: { ...subjectFilters, voice: { schema: code, where: (voice) => ({ voice }) }, since: sinceOf("publishedAt") },
  read: async ({ where, orderBy, take }) => {
    const shown = { status: { in: ["published", "superseded"] }, ...ofPublicPlan };
    const rows = await db().assessment.findMany({ relationLoadStrategy: "join", where: { AND: [shown, where] }, orderBy, take, select: assessmentSelect });
    return rows.map(assessmentOf);
  },
};

const publicReport = { plan: publicPlan, versions: { some: {} } } as const;
const reportSelect = {
  id: true, slug: true, kind: true, status: true, consultationOpensOn: true, consultationEndsOn: true, plan: planRefSelect, period: periodSelect,
  versions: { orderBy: { number: "desc" }, select: { number: true, stage: true, title: true, reason: true, publishedAt: true, sha256: true } },
} as const satisfies Prisma.ReportSelect;

/** A report is called what its newest version is; what its Secretariat is writing now is no part of it. */
function reportOf({ plan, period, versions, ...row }: Prisma.ReportGetPayload<{ select: typeof reportSelect }>) {
  return {
    ...row, plan: planRefOf(plan), period: periodOf(period), title: saidText(versions[0]?.title),
    versions: versions.map(({ title, reason, publishedAt, ...version }) => ({
      ...version, title: saidText(title), reason: textOf(reason), publishedAt: publishedAt.toISOString(), url: addressesOf(`/reports/${row.slug}/versions/${version.number}`), data: publicUrl(`/api/v1/reports/${row.slug}/versions/${version.number}`),
    })),
    url: addressesOf(`/reports/${row.slug}`),
  };
}

export const reports: Resource = {
  name: "reports", record: reportRecord, key: "slug",
  sorts: byId,
  filters: { plan: { schema: slug, where: (value) => ({ plan: { slug: value } }) }, kind: { schema: code, where: (kind) => ({ kind }) }, status: { schema: code, where: (status) => ({ status }) } },
  read: async ({ where, orderBy, take }) => {
    const rows = await db().report.findMany({ relationLoadStrategy: "join", where: { AND: [publicReport, where] }, orderBy, take, select: reportSelect });
    return rows.map(reportOf);
  },
};

const commentSelect = {
  id: true, authorName: true, body: true, locale: true, status: true, publishedAt: true, moderationCode: true, sectionKey: true, reportVersion: { select: { number: true } },
  commitment: { select: { id: true, slug: true, plan: planRefSelect } }, report: { select: { slug: true, plan: planRefSelect } },
  response: { select: { status: true, disposition: true, text: true, publishedAt: true, organisation: namedSelect } },
} as const satisfies Prisma.CommentSelect;

/** Of a comment that a moderator hid, only that it was there and why it is gone. */
function commentOf(row: Prisma.CommentGetPayload<{ select: typeof commentSelect }>) {
  const { commitment, report, response } = row;
  const hidden = row.status !== "published";
  const plan = commitment?.plan ?? report?.plan ?? { slug: "", title: {} };
  const own = (text: string | null) => (hidden || text === null ? null : withoutAddresses(text));
  const answered = !hidden && response?.status === "published" ? response : null;
  return {
    id: row.id, plan: planRefOf(plan), commitment: commitment?.id ?? null, report: report?.slug ?? null, reportVersion: row.reportVersion?.number ?? null, section: row.sectionKey,
    name: own(row.authorName), body: own(row.body), locale: row.locale, publishedAt: at(row.publishedAt), hiddenFor: hidden ? row.moderationCode : null,
    response: answered && { organisation: namedOf(answered.organisation), disposition: answered.disposition, text: textOf(answered.text), publishedAt: at(answered.publishedAt) },
    url: addressesOf(`${commitment ? `/plans/${plan.slug}/commitments/${commitment.slug}` : `/reports/${report?.slug}`}#comment-${row.id}`),
  };
}

export const comments: Resource = {
  name: "comments", record: commentRecord, key: "id",
  sorts: { ...byId, publishedAt: maybeInstantSort },
  filters: {
    plan: { schema: slug, where: (value) => ({ OR: [{ commitment: { plan: { slug: value } } }, { report: { plan: { slug: value } } }] }) },
    commitment: { schema: id, where: (commitmentId) => ({ commitmentId }) }, report: { schema: slug, where: (value) => ({ report: { slug: value } }) }, since: sinceOf("publishedAt"),
  },
  read: async ({ where, orderBy, take }) => {
    const shown = { status: { in: ["published", "hidden"] }, OR: [ofPublicPlan, { report: publicReport }] };
    const rows = await db().comment.findMany({ relationLoadStrategy: "join", where: { AND: [shown, where] }, orderBy, take, select: commentSelect });
    return rows.map(commentOf);
  },
};
