import { commentPageSize } from "#lib/comments/queries.ts";
import type { Localized } from "#lib/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { publicEvent } from "#lib/process/queries.ts";
import { recommendationPath } from "#lib/process/rules.ts";
import type { EventKind, Sector } from "#lib/process/schema.ts";
import { dayOf } from "#lib/terms/rules.ts";
import { defaultResponseDays, type Contribution, type LoggedEvent, type Publication, type StandardsRecord } from "./schema.ts";

const published = { status: { not: "draft" } } as const;

/** A Secretariat whose process can be measured: it answers for a published plan. */
export interface MeasuredSecretariat extends OrganisationRef {
  /** Whether all its plans are plans of one place; such members have requirements of their own in OGP. */
  local: boolean;
  record: StandardsRecord;
}

/** Every Secretariat that answers for a published plan, with what its process is measured by. */
export async function listMeasuredSecretariats(): Promise<MeasuredSecretariat[]> {
  const rows = await db().organisation.findMany({ where: { plans: { some: published } }, orderBy: { slug: "asc" }, select: { slug: true } });
  const found: MeasuredSecretariat[] = [];
  // One after the other: a page about all of them must not take every connection at once.
  for (const { slug } of rows) {
    const secretariat = await getMeasuredSecretariat(slug);
    if (secretariat) found.push(secretariat);
  }
  return found;
}

/** One of them by its address; null when there is none. */
export async function getMeasuredSecretariat(slug: string): Promise<MeasuredSecretariat | null> {
  const row = await db().organisation.findFirst({
    relationLoadStrategy: "join", where: { slug, plans: { some: published } },
    select: { id: true, ...organisationSelect.select, plans: { where: published, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], select: planSelect } },
  });
  if (!row) return null;
  const record = {
    plans: row.plans.map(({ slug: planSlug, title }) => ({ slug: planSlug, title: title as Localized })),
    running: row.plans.flatMap(({ startsOn, endsOn, periods }) => [{ startsOn, endsOn }, ...periods]),
    onSiteSince: row.plans.map(({ createdAt }) => dayOf(createdAt)).sort()[0] ?? null,
    events: await listEvents(row.id),
    publications: [...(await listUpdates(row.id)), ...(await listAssessments(row.id)), ...(await listReports(row.id))],
    contributions: [...(await listComments(row.id)), ...(await listRecommendations(row.id))],
  };
  return { ...organisationRef(row), local: row.plans.every(({ level }) => level === "local"), record };
}

const planSelect = { slug: true, title: true, level: true, startsOn: true, endsOn: true, createdAt: true, periods: { select: { startsOn: true, endsOn: true } } } satisfies Prisma.PlanSelect;

async function listEvents(secretariatId: string): Promise<LoggedEvent[]> {
  const rows = await db().processEvent.findMany({
    relationLoadStrategy: "join", where: { secretariatId, ...publicEvent },
    select: { slug: true, kind: true, title: true, status: true, startsOn: true, endsOn: true, presentsResults: true, group: { select: { kind: true } }, attendance: { select: { sector: true } } },
  });
  return rows.map(({ kind, title, status, group, attendance, ...row }) => ({
    ...row, kind: kind as EventKind, title: title as Localized, cancelled: status === "cancelled", ofForum: group?.kind === "forum",
    sectors: [...new Set(attendance.map(({ sector }) => sector as Sector))],
  }));
}

const commitment = { select: { number: true, slug: true, title: true, plan: { select: { slug: true } } } } as const;
type CommitmentRow = { number: string; slug: string; title: unknown; plan: { slug: string } };

/** One entry a day and commitment: how many milestones it was is not what counts. */
function byCommitment(kind: Publication["kind"], rows: readonly { at: Date | null; commitment: CommitmentRow }[]): Publication[] {
  const entries = rows.flatMap(({ at, commitment: { number, slug, title, plan } }) => (at ? [{ on: dayOf(at), kind, number, title: title as Localized | null, path: `/plans/${plan.slug}/commitments/${slug}` }] : []));
  return [...new Map(entries.map((entry) => [`${entry.on} ${entry.path}`, entry])).values()];
}

/** Accepted updates that came with evidence; one that was superseded since was public as well. */
async function listUpdates(secretariatId: string): Promise<Publication[]> {
  const where = { status: { in: ["accepted", "superseded"] }, acceptedAt: { not: null }, evidence: { some: { removedAt: null } }, commitment: { plan: { secretariatId, ...published } } };
  const rows = await db().progressUpdate.findMany({ relationLoadStrategy: "join", where, select: { acceptedAt: true, commitment } });
  return byCommitment("update", rows.map((row) => ({ at: row.acceptedAt, commitment: row.commitment })));
}

/** The Secretariat's own assessments. */
async function listAssessments(secretariatId: string): Promise<Publication[]> {
  const where = { voice: "secretariat", status: { in: ["published", "superseded"] }, commitment: { plan: { secretariatId, ...published } } };
  const rows = await db().assessment.findMany({ relationLoadStrategy: "join", where, select: { publishedAt: true, commitment } });
  return byCommitment("assessment", rows.map((row) => ({ at: row.publishedAt, commitment: row.commitment })));
}

async function listReports(secretariatId: string): Promise<Publication[]> {
  const rows = await db().reportVersion.findMany({ relationLoadStrategy: "join", where: { report: { plan: { secretariatId, ...published } } }, select: { number: true, title: true, publishedAt: true, report: { select: { slug: true } } } });
  return rows.map(({ number, title, publishedAt, report }) => ({ on: dayOf(publishedAt), kind: "report", number: null, title: title as Localized, path: `/reports/${report.slug}/versions/${number}` }));
}

const ofPlan = { slug: true, consultationDays: true } as const;
const commentSelect = {
  id: true, status: true, confirmedAt: true, createdAt: true, publishedAt: true, commitmentId: true, reportId: true,
  response: { select: { status: true, publishedAt: true } },
  commitment: { select: { slug: true, title: true, plan: { select: ofPlan } } },
  report: { select: { slug: true, plan: { select: ofPlan }, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } } },
} satisfies Prisma.CommentSelect;

type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

/** Comments that were published or wait for a moderator; hidden and rejected ones have had their end. */
async function listComments(secretariatId: string): Promise<Contribution[]> {
  const plan = { secretariatId, ...published };
  const rows = await db().comment.findMany({
    relationLoadStrategy: "join", select: commentSelect, orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    where: { status: { in: ["pending", "published", "hidden"] }, OR: [{ commitment: { plan } }, { report: { plan } }] },
  });
  const subjects = Map.groupBy(rows.filter(({ status }) => status !== "pending"), (row) => row.commitmentId ?? row.reportId);
  const places = new Map([...subjects.values()].flatMap((comments) => comments.map(({ id }, place) => [id, place] as const)));
  return rows.filter(({ status }) => status !== "hidden").map((row) => commentView(row, places.get(row.id) ?? -1));
}

/** `place`: how many stand before it on the page of its subject; -1: it is not public yet. */
function commentView(row: CommentRow, place: number): Contribution {
  const { commitment: of, report, response } = row;
  const page = Math.floor(place / commentPageSize) + 1;
  const subject = of ? `/plans/${of.plan.slug}/commitments/${of.slug}` : `/reports/${report?.slug ?? ""}`;
  const answeredAt = response?.status === "published" ? response.publishedAt : null;
  return {
    kind: "comment", receivedOn: dayOf(row.confirmedAt ?? row.createdAt), days: (of ?? report)?.plan.consultationDays ?? defaultResponseDays, answeredOn: answeredAt && dayOf(answeredAt),
    path: place < 0 ? null : `${subject}${page > 1 ? `?comments=${page}` : ""}#comment-${row.id}`,
    about: (of?.title ?? report?.versions[0]?.title ?? null) as Localized | null,
  };
}

/** What meetings asked of somebody: it is owed a response as a comment is, by whoever it is addressed to. */
async function listRecommendations(secretariatId: string): Promise<Contribution[]> {
  const rows = await db().recommendation.findMany({
    relationLoadStrategy: "join", where: { publishedAt: { not: null }, event: { secretariatId, status: "published" } },
    select: { number: true, publishedAt: true, respondedAt: true, event: { select: { slug: true, title: true, plan: { select: ofPlan } } } },
  });
  return rows.flatMap(({ number, publishedAt, respondedAt, event }) => (publishedAt ? [{
    kind: "recommendation" as const, receivedOn: dayOf(publishedAt), days: event.plan?.consultationDays ?? defaultResponseDays, answeredOn: respondedAt && dayOf(respondedAt),
    path: recommendationPath(event, number), about: event.title as Localized,
  }] : []));
}
