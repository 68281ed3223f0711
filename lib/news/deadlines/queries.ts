import type { Localized } from "#lib/record/localized/schema.ts";
import { addressesOf } from "#lib/record/publication/queries.ts";
import { saidText, textOf } from "#lib/record/publication/schema.ts";
import { commitmentsIn, eventsIn, milestonesIn, plansIn } from "#lib/news/feed-scopes/queries.ts";
import { isOfCommitments } from "#lib/news/feed-scopes/rules.ts";
import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { eventPath } from "#lib/process/rules.ts";
import { addDays, dayOf, lastDayOf } from "#lib/record/terms/rules.ts";

/** A day, or several, in the public calendar. */
export interface PublicDay {
  uid: string;
  version: number;
  kind: "deadline" | "event" | "cancelled" | "planConsultation" | "reportConsultation";
  about: Localized | null;
  number: string | null;
  description: Localized | null;
  /** First and last calendar day. */
  first: string;
  last: string;
  url: { ka: string; en: string };
}

/** So far back a calendar reaches, in days: who subscribes wants what comes. */
const back = 366;
/** More than any calendar program shows; a limit for what a file can become. */
const most = 2_000;

/** First and last calendar day that are asked for. */
interface Days {
  from: string;
  to?: string | undefined;
}

async function deadlines(scope: FeedScope, { from: since, to }: Days): Promise<PublicDay[]> {
  const owed = { plan: { status: { not: "closed" } } };
  // A partial date is compared by its beginning; what is kept too long is left out below, by its last day.
  const due = { removedAt: null, endsOn: { gte: since.slice(0, 4), ...(to ? { lte: to } : {}) } };
  const own = { id: true, number: true, title: true, endsOn: true, version: true } as const;
  const commitments = await db().commitment.findMany({ relationLoadStrategy: "join", where: { AND: [due, owed, commitmentsIn(scope)] }, orderBy: [{ endsOn: "asc" }, { id: "asc" }], take: most, select: { ...own, slug: true, plan: { select: { slug: true } } } });
  const milestones = await db().milestone.findMany({
    relationLoadStrategy: "join", where: { AND: [due, { commitment: { removedAt: null, ...owed } }, milestonesIn(scope)] }, orderBy: [{ endsOn: "asc" }, { id: "asc" }], take: most, select: { ...own, commitment: { select: { slug: true, plan: { select: { slug: true } } } } },
  });
  const lines = [
    ...commitments.map(({ slug, plan, ...row }) => ({ ...row, path: `/plans/${plan.slug}/commitments/${slug}` })),
    ...milestones.map(({ commitment: { slug, plan }, ...row }) => ({ ...row, path: `/plans/${plan.slug}/commitments/${slug}#${encodeURIComponent(row.number)}` })),
  ];
  return lines.flatMap(({ id, number, title, endsOn, version, path }) => {
    const day = endsOn ? lastDayOf(endsOn) : "";
    return day < since || (to && day > to) ? [] : [{ uid: `deadline-${id}`, version, kind: "deadline" as const, about: textOf(title), number, description: null, first: day, last: day, url: addressesOf(path) }];
  });
}

async function events(scope: FeedScope, { from: since, to }: Days): Promise<PublicDay[]> {
  if (isOfCommitments(scope)) return [];
  const rows = await db().processEvent.findMany({
    relationLoadStrategy: "join", where: { ...eventsIn(scope), startsOn: { gte: since, ...(to ? { lte: to } : {}) } }, orderBy: [{ startsOn: "asc" }, { id: "asc" }], take: most,
    select: { id: true, slug: true, title: true, summary: true, place: true, startsOn: true, endsOn: true, status: true, version: true },
  });
  return rows.flatMap(({ id, slug, title, summary, place, startsOn, endsOn, status, version }) => (startsOn ? [{
    uid: `event-${id}`, version, kind: status === "cancelled" ? ("cancelled" as const) : ("event" as const), about: saidText(title), number: null, description: textOf(place) ?? textOf(summary),
    first: startsOn, last: endsOn ?? startsOn, url: addressesOf(eventPath(slug)),
  }] : []));
}

async function consultations(scope: FeedScope, { from: since, to }: Days): Promise<PublicDay[]> {
  if (isOfCommitments(scope)) return [];
  const window = { consultationOpensOn: { not: null, ...(to ? { lte: to } : {}) }, consultationEndsOn: { gte: since } } as const;
  const days = { id: true, slug: true, version: true, consultationOpensOn: true, consultationEndsOn: true } as const;
  const plans = await db().plan.findMany({ where: { AND: [plansIn(scope), window] }, orderBy: { id: "asc" }, take: most, select: { ...days, title: true } });
  const reports = await db().report.findMany({
    relationLoadStrategy: "join", where: { plan: plansIn(scope), versions: { some: {} }, ...window }, orderBy: { id: "asc" }, take: most,
    select: { ...days, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } },
  });
  const line = (kind: "planConsultation" | "reportConsultation", row: { id: string; version: number; consultationOpensOn: string | null; consultationEndsOn: string | null }, title: unknown, path: string): PublicDay => ({
    uid: `${kind}-${row.id}`, version: row.version, kind, about: saidText(title), number: null, description: null, first: row.consultationOpensOn ?? "", last: row.consultationEndsOn ?? "", url: addressesOf(path),
  });
  return [...plans.map((row) => line("planConsultation", row, row.title, `/plans/${row.slug}`)), ...reports.map((row) => line("reportConsultation", row, row.versions[0]?.title, `/reports/${row.slug}`))];
}

/** Deadlines, meetings and consultations in the order of their days: of the last year and from now on, or of some days. */
export async function listPublicDays(scope: FeedScope, now: Date, days: Days = { from: addDays(dayOf(now), -back) }): Promise<PublicDay[]> {
  const all = [await deadlines(scope, days), await events(scope, days), await consultations(scope, days)].flat();
  return all.sort((a, b) => a.first.localeCompare(b.first) || a.uid.localeCompare(b.uid));
}
