import { commentPageSize } from "#lib/comments/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { publicEvent } from "#lib/process/queries.ts";
import { recommendationPath } from "#lib/process/rules.ts";
import type { EventKind, Sector } from "#lib/process/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { defaultResponseDays, type Contribution, type LoggedEvent, type Publication, type StandardsRecord } from "./schema.ts";

const published = { status: { not: "draft" } } as const;

/** A Secretariat whose process can be measured: it answers for a published plan. */
export interface MeasuredSecretariat extends OrganisationRef {
  /** Whether all its plans are plans of one place; such members have requirements of their own in OGP. */
  local: boolean;
  record: StandardsRecord;
}

/** Every Secretariat that answers for a published plan, with what its process is measured by; seven statements, however many there are. */
export async function listMeasuredSecretariats(): Promise<MeasuredSecretariat[]> {
  return readSecretariats({ plans: { some: published } });
}

/** One of them by its address; null when there is none. */
export async function getMeasuredSecretariat(slug: string): Promise<MeasuredSecretariat | null> {
  return (await readSecretariats({ slug, plans: { some: published } }))[0] ?? null;
}

async function readSecretariats(where: Prisma.OrganisationWhereInput): Promise<MeasuredSecretariat[]> {
  const rows = await db().organisation.findMany({
    relationLoadStrategy: "join", where, orderBy: { slug: "asc" },
    select: { id: true, ...organisationSelect.select, plans: { where: published, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], select: planSelect } },
  });
  if (rows.length === 0) return [];
  const among: Among = { secretariatId: { in: rows.map(({ id }) => id) } };
  // One after the other: one page must not take every connection at once.
  const events = await listEvents(among);
  const publications = [await listUpdates(among), await listAssessments(among), await listReports(among)];
  const contributions = [await listComments(among), await listRecommendations(among)];
  return rows.map((row) => ({
    ...organisationRef(row), local: row.plans.every(({ level }) => level === "local"),
    record: {
      plans: row.plans.map(({ slug, title }) => ({ slug, title: title as Localized })),
      running: row.plans.flatMap(({ startsOn, endsOn, periods }) => [{ startsOn, endsOn }, ...periods]),
      onSiteSince: row.plans.map(({ createdAt }) => dayOf(createdAt)).sort()[0] ?? null,
      events: events(row.id), publications: publications.flatMap((of) => of(row.id)), contributions: contributions.flatMap((of) => of(row.id)),
    },
  }));
}

interface Among {
  secretariatId: { in: string[] };
}

/** What each Secretariat has of it, by its id. */
type Each<View> = (secretariatId: string) => View[];

function each<Row, View>(rows: readonly Row[], secretariatOf: (row: Row) => string | undefined, viewOf: (own: readonly Row[]) => View[]): Each<View> {
  const grouped = Map.groupBy(rows, secretariatOf);
  return (secretariatId) => viewOf(grouped.get(secretariatId) ?? []);
}

const planSelect = { slug: true, title: true, level: true, startsOn: true, endsOn: true, createdAt: true, periods: { select: { startsOn: true, endsOn: true } } } satisfies Prisma.PlanSelect;

async function listEvents(among: Among): Promise<Each<LoggedEvent>> {
  const rows = await db().processEvent.findMany({
    relationLoadStrategy: "join", where: { ...among, ...publicEvent },
    select: { secretariatId: true, slug: true, kind: true, title: true, status: true, startsOn: true, endsOn: true, presentsResults: true, group: { select: { kind: true } }, attendance: { select: { sector: true } } },
  });
  return each(rows, (row) => row.secretariatId, (own) => own.map(({ kind, title, status, group, attendance, secretariatId: _, ...row }) => ({
    ...row, kind: kind as EventKind, title: title as Localized, cancelled: status === "cancelled", ofForum: group?.kind === "forum",
    sectors: [...new Set(attendance.map(({ sector }) => sector as Sector))],
  })));
}

const commitment = { select: { number: true, slug: true, title: true, plan: { select: { slug: true, secretariatId: true } } } } as const;
type CommitmentRow = { number: string; slug: string; title: unknown; plan: { slug: string; secretariatId: string } };

/** One entry a day and commitment: how many milestones it was is not what counts. */
function byCommitment(kind: Publication["kind"], rows: readonly { at: Date | null; commitment: CommitmentRow }[]): Each<Publication> {
  return each(rows, (row) => row.commitment.plan.secretariatId, (own) => onePerDay(kind, own));
}

function onePerDay(kind: Publication["kind"], rows: readonly { at: Date | null; commitment: CommitmentRow }[]): Publication[] {
  const entries = rows.flatMap(({ at, commitment: { number, slug, title, plan } }) => (at ? [{ on: dayOf(at), kind, number, title: title as Localized | null, path: `/plans/${plan.slug}/commitments/${slug}` }] : []));
  return [...new Map(entries.map((entry) => [`${entry.on} ${entry.path}`, entry])).values()];
}

/** Accepted updates that came with evidence; one that was superseded since was public as well. */
async function listUpdates(among: Among): Promise<Each<Publication>> {
  const where = { status: { in: ["accepted", "superseded"] }, acceptedAt: { not: null }, evidence: { some: { removedAt: null } }, commitment: { plan: { ...among, ...published } } };
  const rows = await db().progressUpdate.findMany({ relationLoadStrategy: "join", where, select: { acceptedAt: true, commitment } });
  return byCommitment("update", rows.map((row) => ({ at: row.acceptedAt, commitment: row.commitment })));
}

/** The Secretariat's own assessments. */
async function listAssessments(among: Among): Promise<Each<Publication>> {
  const where = { voice: "secretariat", status: { in: ["published", "superseded"] }, commitment: { plan: { ...among, ...published } } };
  const rows = await db().assessment.findMany({ relationLoadStrategy: "join", where, select: { publishedAt: true, commitment } });
  return byCommitment("assessment", rows.map((row) => ({ at: row.publishedAt, commitment: row.commitment })));
}

async function listReports(among: Among): Promise<Each<Publication>> {
  const rows = await db().reportVersion.findMany({ relationLoadStrategy: "join", where: { report: { plan: { ...among, ...published } } }, select: { number: true, title: true, publishedAt: true, report: { select: { slug: true, plan: { select: { secretariatId: true } } } } } });
  const view = ({ number, title, publishedAt, report }: (typeof rows)[number]): Publication => ({ on: dayOf(publishedAt), kind: "report", number: null, title: title as Localized, path: `/reports/${report.slug}/versions/${number}` });
  return each(rows, (row) => row.report.plan.secretariatId, (own) => own.map(view));
}

const ofPlan = { slug: true, consultationDays: true, secretariatId: true } as const;
const commentSelect = {
  id: true, status: true, confirmedAt: true, createdAt: true, publishedAt: true, commitmentId: true, reportId: true,
  response: { select: { status: true, publishedAt: true } },
  commitment: { select: { slug: true, title: true, plan: { select: ofPlan } } },
  report: { select: { slug: true, plan: { select: ofPlan }, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } } },
} satisfies Prisma.CommentSelect;

type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

/** Comments that were published or wait for a moderator; hidden and rejected ones have had their end. */
async function listComments(among: Among): Promise<Each<Contribution>> {
  const plan = { ...among, ...published };
  const rows = await db().comment.findMany({
    relationLoadStrategy: "join", select: commentSelect, orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    where: { status: { in: ["pending", "published", "hidden"] }, OR: [{ commitment: { plan } }, { report: { plan } }] },
  });
  return each(rows, (row) => (row.commitment ?? row.report)?.plan.secretariatId, commentViews);
}

function commentViews(rows: readonly CommentRow[]): Contribution[] {
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
async function listRecommendations(among: Among): Promise<Each<Contribution>> {
  const rows = await db().recommendation.findMany({
    relationLoadStrategy: "join", where: { publishedAt: { not: null }, event: { ...among, status: "published" } },
    select: { number: true, publishedAt: true, respondedAt: true, event: { select: { slug: true, title: true, secretariatId: true, plan: { select: ofPlan } } } },
  });
  return each(rows, (row) => row.event.secretariatId, (own) => own.flatMap(({ number, publishedAt, respondedAt, event }) => (publishedAt ? [{
    kind: "recommendation" as const, receivedOn: dayOf(publishedAt), days: event.plan?.consultationDays ?? defaultResponseDays, answeredOn: respondedAt && dayOf(respondedAt),
    path: recommendationPath(event, number), about: event.title as Localized,
  }] : [])));
}
