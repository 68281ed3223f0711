import type { Localized } from "#lib/localized/schema.ts";
import { addressesOf, publicPlan } from "#lib/open-data/queries.ts";
import { saidText, textOf } from "#lib/open-data/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { eventPath } from "#lib/process/rules.ts";
import type { FeedEntry, FeedScope } from "./schema.ts";

/** How many entries a feed has. */
const most = 50;

const named = { select: { name: true } } as const;
const subject = { organisation: named, milestone: { select: { number: true, title: true } }, commitment: { select: { number: true, slug: true, title: true, plan: { select: { slug: true } } } } } as const;

interface SubjectRow {
  organisation: { name: unknown };
  milestone: { number: string; title: unknown } | null;
  commitment: { number: string; slug: string; title: unknown; plan: { slug: string } };
}

const entryId = (id: string) => `urn:uuid:${id}`;

function aboutSubject({ organisation, milestone, commitment }: SubjectRow): Pick<FeedEntry, "about" | "number" | "by" | "url"> {
  const { number, title } = milestone ?? commitment;
  const path = `/plans/${commitment.plan.slug}/commitments/${commitment.slug}${milestone ? `#${encodeURIComponent(milestone.number)}` : ""}`;
  return { about: textOf(title), number, by: saidText(organisation.name), url: addressesOf(path) };
}

const ofPlan = ({ plan }: FeedScope) => ({ ...publicPlan, ...(plan ? { slug: plan } : {}) });

/** An organisation's own reports, and what is said of what it leads. */
function subjectScope(scope: FeedScope) {
  const { organisation: slug } = scope;
  const leads = { leadOrganisation: { slug } };
  return { commitment: { plan: ofPlan(scope) }, ...(slug ? { OR: [{ organisation: { slug } }, { milestone: leads }, { milestoneId: null, commitment: leads }] } : {}) };
}

async function updates(scope: FeedScope): Promise<FeedEntry[]> {
  const select = { id: true, acceptedAt: true, result: true, ...subject } as const;
  const rows = await db().progressUpdate.findMany({ relationLoadStrategy: "join", where: { status: "accepted", acceptedAt: { not: null }, ...subjectScope(scope) }, orderBy: [{ acceptedAt: "desc" }, { id: "desc" }], take: most, select });
  return rows.flatMap((row) => (row.acceptedAt ? [{ id: entryId(row.id), at: row.acceptedAt, kind: "updates" as const, summary: textOf(row.result), ...aboutSubject(row) }] : []));
}

async function assessments(scope: FeedScope): Promise<FeedEntry[]> {
  const select = { id: true, publishedAt: true, narrative: true, ...subject } as const;
  const rows = await db().assessment.findMany({ relationLoadStrategy: "join", where: { status: "published", publishedAt: { not: null }, ...subjectScope(scope) }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take: most, select });
  return rows.flatMap((row) => (row.publishedAt ? [{ id: entryId(row.id), at: row.publishedAt, kind: "assessments" as const, summary: textOf(row.narrative), ...aboutSubject(row) }] : []));
}

async function reports(scope: FeedScope): Promise<FeedEntry[]> {
  const secretariat = scope.organisation ? { secretariat: { slug: scope.organisation } } : {};
  const select = { id: true, number: true, title: true, reason: true, publishedAt: true, report: { select: { slug: true, plan: { select: { secretariat: named } } } } } as const;
  const rows = await db().reportVersion.findMany({ relationLoadStrategy: "join", where: { report: { plan: { ...ofPlan(scope), ...secretariat } } }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take: most, select });
  return rows.map(({ id, number, title, reason, publishedAt, report }) => ({
    id: entryId(id), at: publishedAt, kind: "reports" as const, about: saidText(title), number: null, by: saidText(report.plan.secretariat.name), summary: textOf(reason), url: addressesOf(`/reports/${report.slug}/versions/${number}`),
  }));
}

async function events({ plan, organisation }: FeedScope): Promise<FeedEntry[]> {
  const scope = { ...(plan ? { plan: ofPlan({ plan }) } : {}), ...(organisation ? { secretariat: { slug: organisation } } : {}) };
  const select = { id: true, slug: true, title: true, summary: true, publishedAt: true, secretariat: named } as const;
  const rows = await db().processEvent.findMany({ relationLoadStrategy: "join", where: { status: { in: ["published", "cancelled"] }, publishedAt: { not: null }, ...scope }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take: most, select });
  return rows.flatMap(({ id, slug, title, summary, publishedAt, secretariat }) => (publishedAt ? [{
    id: entryId(id), at: publishedAt, kind: "events" as const, about: saidText(title), number: null, by: saidText(secretariat.name), summary: textOf(summary), url: addressesOf(eventPath(slug)),
  }] : []));
}

async function amendments(scope: FeedScope): Promise<FeedEntry[]> {
  const secretariat = scope.organisation ? { secretariat: { slug: scope.organisation } } : {};
  const select = { id: true, reason: true, madeAt: true, plan: { select: { slug: true, title: true, secretariat: named } } } as const;
  const rows = await db().amendment.findMany({ relationLoadStrategy: "join", where: { status: "made", madeAt: { not: null }, plan: { ...ofPlan(scope), ...secretariat } }, orderBy: [{ madeAt: "desc" }, { id: "desc" }], take: most, select });
  return rows.flatMap(({ id, reason, madeAt, plan }) => (madeAt ? [{
    id: entryId(id), at: madeAt, kind: "amendments" as const, about: saidText(plan.title), number: null, by: saidText(plan.secretariat.name), summary: textOf(reason), url: addressesOf(`/plans/${plan.slug}/history`),
  }] : []));
}

/** What is new in public, the newest first; five statements. */
export async function listFeed(scope: FeedScope): Promise<FeedEntry[]> {
  const all = [await updates(scope), await assessments(scope), await reports(scope), await events(scope), await amendments(scope)].flat();
  return all.sort((a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id)).slice(0, most);
}

/** What a feed or calendar is about and the page that it belongs to; null when there is no such thing in public. */
export async function findScope(scope: FeedScope): Promise<{ name: Localized | null; path: string } | null> {
  if (scope.plan !== undefined) {
    const plan = await db().plan.findFirst({ where: ofPlan(scope), select: { slug: true, title: true } });
    return plan && { name: saidText(plan.title), path: `/plans/${plan.slug}` };
  }
  if (scope.organisation === undefined) return { name: null, path: "" };
  const organisation = await db().organisation.findUnique({ where: { slug: scope.organisation }, select: { slug: true, name: true } });
  return organisation && { name: saidText(organisation.name), path: `/organisations/${organisation.slug}` };
}
