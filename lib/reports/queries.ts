import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { composeSnapshot } from "#lib/reports/freezing/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { canComposeReport } from "#lib/reports/sections/policy.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import type { HiddenSince } from "#lib/reports/snapshots/rules.ts";
import type { ReportKind, ReportStage, Snapshot } from "#lib/reports/snapshots/schema.ts";
import { awaitsAnswer, nextStep, reportTransitions } from "./rules.ts";
import type { ReportStatus } from "./schema.ts";

/** One frozen version in the list of a report's versions. */
export interface ReportVersionView {
  number: number;
  stage: ReportStage;
  reason: Localized | null;
  publishedAt: Date;
  sha256: string;
}

/** A frozen version as the public reads it: everything comes from `snapshot`. `versions`: newest first. */
export interface PublishedReport extends ReportVersionView {
  reportId: string;
  slug: string;
  snapshot: Snapshot;
  versions: ReportVersionView[];
  /** Comments of this version that a moderator has hidden since. */
  hidden: HiddenSince[];
}

const versionFields = { number: true, stage: true, reason: true, publishedAt: true, sha256: true } as const;
const newestFirst = { orderBy: { number: "desc" } } as const;
/** A plan that has gone back to a draft takes its reports with it. */
const publicReport = { plan: { status: { not: "draft" } }, versions: { some: {} } } as const;

function versionView(row: { number: number; stage: string; reason: unknown; publishedAt: Date; sha256: string }): ReportVersionView {
  const { number, publishedAt, sha256 } = row;
  return { number, stage: row.stage as ReportStage, reason: (row.reason ?? null) as Localized | null, publishedAt, sha256 };
}

/** The newest version, or the one asked for; null when there is none. */
export async function getPublishedReport(slug: string, number?: number): Promise<PublishedReport | null> {
  const report = await db().report.findFirst({ relationLoadStrategy: "join", where: { slug, ...publicReport }, select: { id: true, slug: true, versions: { select: versionFields, ...newestFirst } } });
  const version = report?.versions.find((row) => number === undefined || row.number === number);
  const frozen = version && (await getPublishedBytes(slug, version.number));
  if (!report || !frozen) return null;
  const snapshot = readSnapshot(frozen.snapshot);
  return { ...versionView(version), reportId: report.id, slug, snapshot, versions: report.versions.map(versionView), hidden: await hiddenSince(snapshot) };
}

async function hiddenSince({ comments }: Snapshot): Promise<HiddenSince[]> {
  if (!comments?.published.length) return [];
  const rows = await db().comment.findMany({ where: { id: { in: comments.published.map(({ id }) => id) }, status: "hidden" }, select: { id: true, moderationCode: true } });
  return rows.flatMap(({ id, moderationCode }) => (moderationCode ? [{ id, code: moderationCode }] : []));
}

/** The canonical JSON of a version, character for character what the checksum is of; null when there is none. */
export async function getPublishedBytes(slug: string, number: number): Promise<{ snapshot: string; sha256: string } | null> {
  return db().reportVersion.findFirst({ where: { number, report: { slug, ...publicReport } }, select: { snapshot: true, sha256: true } });
}

/** A published report as a line in a list. `publishedAt` and `stage` are the newest version's. */
export interface PublishedReportLine {
  slug: string;
  title: Localized;
  planTitle: Localized;
  kind: ReportKind;
  stage: ReportStage;
  publishedAt: Date;
}

/** Published reports, the newest first. Titles are those that were frozen. */
export async function listPublishedReports(): Promise<PublishedReportLine[]> {
  const rows = await db().report.findMany({
    relationLoadStrategy: "join",
    where: publicReport,
    select: { slug: true, kind: true, plan: { select: { title: true } }, versions: { ...newestFirst, take: 1, select: { title: true, stage: true, publishedAt: true } } },
  });
  const lines = rows.flatMap(({ slug, kind, plan, versions: [newest] }) => {
    if (!newest) return [];
    const { title, stage, publishedAt } = newest;
    return [{ slug, title: title as Localized, planTitle: plan.title as Localized, kind: kind as ReportKind, stage: stage as ReportStage, publishedAt }];
  });
  return lines.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

/** A report in the Secretariat's list. */
export interface ReportInHand {
  id: string;
  slug: string;
  title: Localized;
  planTitle: Localized;
  kind: ReportKind;
  status: ReportStatus;
  consultationEndsOn: string | null;
  savedAt: Date;
  versions: number;
  unanswered: number;
}

/** The reports of the plans whose Secretariat the actor works for; what is not final first. */
export async function listReportsInHand(actor: Actor): Promise<ReportInHand[]> {
  const rows = await db().report.findMany({
    where: { plan: { secretariatId: { in: organisationsOf(actor, "secretariat") } } },
    select: {
      id: true, slug: true, title: true, kind: true, status: true, consultationEndsOn: true, savedAt: true, plan: { select: { title: true } },
      _count: { select: { versions: true } }, comments: { select: { status: true, response: { select: { status: true } } } },
    },
    orderBy: { savedAt: "desc" },
  });
  const reports = rows.map(({ plan, comments, _count, ...row }): ReportInHand => {
    const unanswered = comments.filter(({ status, response }) => awaitsAnswer({ status, responseStatus: response?.status ?? null })).length;
    return { ...row, title: row.title as Localized, planTitle: plan.title as Localized, kind: row.kind as ReportKind, status: row.status as ReportStatus, versions: _count.versions, unanswered };
  });
  return reports.sort((a, b) => Number(a.status === "final") - Number(b.status === "final"));
}

/** A comment that keeps the report from being finalised; `body` is shortened to 160 characters. */
export interface UnansweredComment {
  id: string;
  status: string;
  author: string | null;
  body: string;
}

async function listUnanswered(reportId: string): Promise<UnansweredComment[]> {
  const rows = await db().comment.findMany({
    where: { reportId, status: { in: ["pending", "published"] } }, orderBy: { confirmedAt: "asc" },
    select: { id: true, status: true, authorName: true, body: true, response: { select: { status: true } } },
  });
  return rows
    .filter(({ status, response }) => awaitsAnswer({ status, responseStatus: response?.status ?? null }))
    .map(({ id, status, authorName, body }) => ({ id, status, author: authorName, body: [...body].slice(0, 160).join("") }));
}

/** How many comments wait for a moderator or a response, and how many can still be confirmed by those who sent them. */
export async function countWaiting(reportId: string, now: Date): Promise<{ unanswered: number; unconfirmed: number }> {
  // First: what is confirmed in between is counted by the other.
  const unconfirmed = await db().comment.count({ where: { reportId, status: "unconfirmed", confirmExpiresAt: { gt: now } } });
  return { unconfirmed, unanswered: (await listUnanswered(reportId)).length };
}

/** A report as its composer works on it. */
export interface ReportForComposer {
  id: string;
  version: number;
  slug: string;
  status: ReportStatus;
  planId: string;
  periodId: string;
  consultationDays: number;
  consultation: { opensOn: string; endsOn: string } | null;
  texts: { title: Localized };
  versions: ReportVersionView[];
  unanswered: UnansweredComment[];
  /** The next version as it would be frozen now. */
  next: Snapshot;
}

/** Null outside the plans whose Secretariat the actor works for. */
export async function getReportForComposer(actor: Actor, id: string, now: Date): Promise<ReportForComposer | null> {
  const row = isId(id)
    ? await db().report.findUnique({ where: { id }, include: { plan: { select: { secretariatId: true, consultationDays: true } }, versions: { select: versionFields, ...newestFirst } } })
    : null;
  if (!row || !canComposeReport(actor, row.plan)) return null;
  const { consultationOpensOn: opensOn, consultationEndsOn: endsOn } = row;
  const { stage } = reportTransitions[nextStep(row.status as ReportStatus)];
  const frame = { version: row.versions.length + 1, stage, reason: null, publishedAt: now };
  return {
    id: row.id, version: row.version, slug: row.slug, status: row.status as ReportStatus, planId: row.planId, periodId: row.periodId, consultationDays: row.plan.consultationDays,
    consultation: opensOn && endsOn ? { opensOn, endsOn } : null,
    texts: { title: row.title as Localized },
    versions: row.versions.map(versionView), unanswered: await listUnanswered(id), next: await composeSnapshot(id, frame),
  };
}

/** The plans and periods of which the actor can begin a report. `taken`: the kinds that exist already. */
export async function listReportChoices(actor: Actor): Promise<{ id: string; title: Localized; periods: { id: string; label: Localized; taken: ReportKind[] }[] }[]> {
  const plans = await db().plan.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") }, status: { in: ["adopted", "closed"] } }, orderBy: { startsOn: "desc" },
    select: { id: true, title: true, periods: { orderBy: { startsOn: "desc" }, select: { id: true, label: true, reports: { select: { kind: true } } } } },
  });
  return plans.map(({ id, title, periods }) => ({
    id, title: title as Localized,
    periods: periods.map((period) => ({ id: period.id, label: period.label as Localized, taken: period.reports.map(({ kind }) => kind as ReportKind) })),
  }));
}
