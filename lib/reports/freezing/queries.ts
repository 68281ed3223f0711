import { crosswalkEntriesSchema } from "#lib/assessments/crosswalks/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { commitmentKey, orderedSections } from "#lib/reports/sections/rules.ts";
import { sectionOrderSchema } from "#lib/reports/sections/schema.ts";
import { eventsOf, eventView } from "#lib/reports/snapshot-events/queries.ts";
import { byPosition, commitmentsOf, commitmentView, gradeView, irmView, maybe, organisation, organisationView, said } from "#lib/reports/snapshot-subjects/queries.ts";
import { flatMilestones, tallyOf } from "#lib/reports/snapshots/rules.ts";
import { snapshotFormat, snapshotSchema, type ReportStage, type Snapshot, type SnapshotPart } from "#lib/reports/snapshots/schema.ts";

/** What a snapshot says of itself; the rest comes from the record. */
export interface SnapshotFrame {
  version: number;
  stage: ReportStage;
  reason: Localized | null;
  publishedAt: Date;
}

/** What decides which rows belong to a report. */
interface Scope {
  periodId: string;
  period: { startsOn: string; endsOn: string };
  plan: { secretariatId: string; scaleCode: string };
}
const scope = { periodId: true, period: { select: { startsOn: true, endsOn: true } }, plan: { select: { secretariatId: true, scaleCode: true } } } as const;

const commentFields = {
  id: true, status: true, moderationCode: true, authorName: true, body: true, locale: true, publishedAt: true, sectionKey: true, reportVersion: { select: { number: true } },
  response: { select: { status: true, disposition: true, text: true, publishedAt: true, organisation } },
} as const;
const comments = { where: { status: { in: ["published", "rejected", "hidden"] } }, orderBy: [{ publishedAt: "asc" }, { id: "asc" }], select: commentFields } satisfies Prisma.Report$commentsArgs;

/**
 * In one statement, so that what is frozen stood there all at once, whatever is accepted, answered or written meanwhile. Which rows
 * those are is read before, and read again with them: CONFLICT when it has changed in between.
 */
async function readReport(id: string) {
  const before = await db().report.findUnique({ where: { id }, select: scope });
  if (!before) throw new DomainError("NOT_FOUND");
  const report = await db().report.findUniqueOrThrow({ relationLoadStrategy: "join", where: { id }, include: everythingOf(before) });
  const { period, plan } = report;
  const same = period.startsOn === before.period.startsOn && period.endsOn === before.period.endsOn && plan.secretariatId === before.plan.secretariatId && plan.scaleCode === before.plan.scaleCode;
  if (!same) throw new DomainError("CONFLICT");
  return report;
}
type ReportRow = Awaited<ReturnType<typeof readReport>>;
type PlanRow = ReportRow["plan"];

function everythingOf({ periodId, period, plan }: Scope) {
  const crosswalks = { where: { scaleCode: plan.scaleCode }, orderBy: { number: "desc" }, take: 1 } as const;
  return {
    period: true, sections: { orderBy: { key: "asc" } }, comments,
    plan: {
      include: {
        secretariat: { select: { ...organisation.select, events: eventsOf(period, { planId: null }), crosswalks } }, legalActs: { orderBy: byPosition }, parts: { orderBy: byPosition },
        scale: { include: { grades: { orderBy: { rank: "asc" } } } }, commitments: commitmentsOf(periodId), events: eventsOf(period),
      },
    },
  } satisfies Prisma.ReportInclude;
}

/**
 * The report as it would be frozen now: what it says itself and everything the record holds of its period that is accepted
 * or published. Throws NOT_FOUND for an unknown report.
 */
export async function composeSnapshot(reportId: string, frame: SnapshotFrame): Promise<Snapshot> {
  const report = await readReport(reportId);
  const { plan, period, consultationOpensOn: opensOn, consultationEndsOn: endsOn } = report;
  const parts = depthFirst(plan.parts);
  const place = (partId: string | null) => parts.findIndex(({ id }) => id === partId);
  const written = new Map(report.sections.map((section) => [section.key, section]));
  const commitments = plan.commitments.map((row) => ({ ...commitmentView(row), narrative: written.get(commitmentKey(row.id))?.body ?? null })).sort((a, b) => place(a.partId) - place(b.partId));
  const scale = { label: said(plan.scale.label), grades: plan.scale.grades.map(gradeView) };
  return snapshotSchema.parse({
    format: snapshotFormat,
    report: {
      slug: report.slug, kind: report.kind, title: report.title, ...frame,
      publishedAt: frame.publishedAt.toISOString(), consultation: opensOn && endsOn ? { opensOn, endsOn } : null,
    },
    plan: { ...planView(plan), scale },
    period: { slug: period.slug, label: period.label, kind: period.kind, startsOn: period.startsOn, endsOn: period.endsOn },
    summary: {
      commitments: tallyOf(commitments, scale.grades),
      milestones: tallyOf(commitments.flatMap((commitment) => flatMilestones(commitment.milestones).map(({ milestone }) => milestone)), scale.grades),
    },
    sections: sectionsOf(report),
    events: [...plan.events, ...plan.secretariat.events].map(eventView).sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0)),
    crosswalk: await crosswalkOf(plan),
    parts,
    commitments,
    comments: frame.stage === "consultation" ? null : commentsOf(report.comments),
  });
}

/** Every section that a report always has, and the Secretariat's own, in its order. */
function sectionsOf({ sections, sectionOrder }: ReportRow) {
  return orderedSections(sectionOrderSchema.parse(sectionOrder), sections).map(({ key, kind, row }) => ({ key, kind, heading: kind === "text" ? maybe(row?.heading) : null, body: row?.body ?? null }));
}

/** IRM's scales are the same for everybody and nobody edits them, so they may be read apart. */
async function crosswalkOf({ secretariat: { crosswalks: [newest] } }: PlanRow): Promise<unknown> {
  if (!newest) return null;
  const steps = await db().irmGrade.findMany();
  const entries = crosswalkEntriesSchema.parse(newest.entries).map(({ grade, completion }) => ({ grade, completion: irmView(steps.find(({ code }) => code === completion)) }));
  return { number: newest.number, recordedAt: newest.recordedAt.toISOString(), entries };
}

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

function commentsOf(rows: ReportRow["comments"]) {
  const codes = rows.flatMap(({ status, moderationCode }) => (status !== "published" && moderationCode ? [moderationCode] : []));
  const refused = [...new Set(codes)].sort().map((code) => ({ code, count: codes.filter((other) => other === code).length }));
  const published = rows.filter(({ status }) => status === "published").map(({ id, authorName, body, locale, publishedAt, reportVersion, sectionKey, response }) => ({
    id, author: authorName, body, locale, publishedAt: publishedAt?.toISOString(), reportVersion: reportVersion?.number ?? null, sectionKey,
    response: response?.status !== "published" ? null
      : { disposition: response.disposition, text: response.text, organisation: organisationView(response.organisation), publishedAt: response.publishedAt?.toISOString() },
  }));
  return { published, refused };
}
