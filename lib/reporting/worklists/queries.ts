import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { periodView, type PeriodView } from "#lib/reporting/periods/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { deadlineOf, overdue } from "#lib/reporting/rules.ts";
import type { Progress, UpdateStatus } from "#lib/reporting/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { PartialDate, Term } from "#lib/record/terms/schema.ts";
import { sharesOf, treeOrder, workState, type AgencyShare } from "./rules.ts";

const text = (value: unknown) => value as Localized | null;

/** One line of a coordinator's list. `state`: where this period's report stands; `last`: what was accepted last. */
export interface WorkLine {
  subjectId: string;
  /** The commitment as a whole, not a milestone. */
  whole: boolean;
  number: string;
  title: Localized | null;
  depth: number;
  term: Term;
  /** `fromCommitment`: it is the commitment's end, because the milestone states none. */
  deadline: { due: PartialDate; fromCommitment: boolean } | null;
  /** Whole months since the deadline; null when it is not past or nothing more is to be done. */
  overdueMonths: number | null;
  last: { progress: Progress | null; periodLabel: Localized } | null;
  state: UpdateStatus | "none";
  /** Why the Secretariat returned it. */
  note: string | null;
}

/** What an organisation's coordinators have to report in one period, by commitment. */
export interface ReportingWork {
  period: PeriodView;
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  /** For whom: the names of the organisations, when the actor reports for several; otherwise nothing has to be told apart. */
  organisations: Localized[];
  commitments: { id: string; number: string; title: Localized | null; lines: WorkLine[] }[];
}

/** A closed period that was reopened for one of the actor's organisations. */
function extendedFor(actor: Actor, now: Date) {
  return { status: "closed", extensions: { some: { organisationId: { in: organisationsOf(actor, "coordinator") }, until: { gte: dayOf(now) } } } };
}

/** What the actor's organisations have to report in the periods of adopted plans that take reports, the earliest due first. */
export async function listReportingWork(actor: Actor, now: Date): Promise<ReportingWork[]> {
  return reportingWork(actor, { OR: [{ status: "open" }, extendedFor(actor, now)] }, now);
}

async function reportingWork(actor: Actor, filter: Prisma.ReportingPeriodWhereInput, now: Date): Promise<ReportingWork[]> {
  const organisations = organisationsOf(actor, "coordinator");
  const mine = { leadOrganisationId: { in: organisations }, removedAt: null };
  const either = { removedAt: null, OR: [mine, { milestones: { some: mine } }] };
  const leadOrganisation = { select: { id: true, name: true } };
  const periods = await db().reportingPeriod.findMany({
    where: { ...filter, plan: { status: "adopted", commitments: { some: either } } },
    include: { plan: { include: { commitments: { where: either, orderBy: { position: "asc" }, include: { leadOrganisation, milestones: { where: mine, orderBy: { position: "asc" }, include: { leadOrganisation } } } } } } },
    orderBy: [{ dueOn: "asc" }, { endsOn: "asc" }],
  });
  const updates = await listUpdates(periods.flatMap((period) => period.plan.commitments.map((commitment) => commitment.id)));
  return periods.map((row) => {
    const period = periodView(row);
    const commitments = row.plan.commitments.map((commitment) => {
      const whole = organisations.includes(commitment.leadOrganisationId) ? [workLine(commitment, { commitment, depth: 0, period, updates, now })] : [];
      const milestones = treeOrder(commitment.milestones).map(({ item, depth }) => workLine(item, { commitment, depth, period, updates, now }));
      return { id: commitment.id, number: commitment.number, title: text(commitment.title), lines: [...milestones, ...whole] };
    });
    const leads = row.plan.commitments.flatMap((commitment) => [commitment, ...commitment.milestones].map((led) => led.leadOrganisation));
    const names = new Map(leads.filter(({ id }) => organisations.includes(id)).map(({ id, name }) => [id, name as Localized]));
    const plan = { slug: row.plan.slug, title: row.plan.title as Localized, vocabulary: row.plan.vocabulary, status: row.plan.status };
    return { period, plan, organisations: organisations.length > 1 ? [...names.values()] : [], commitments };
  });
}

async function listUpdates(commitmentIds: string[]) {
  return db().progressUpdate.findMany({
    where: { commitmentId: { in: commitmentIds }, status: { not: "superseded" } },
    select: {
      commitmentId: true, milestoneId: true, periodId: true, status: true, progress: true,
      period: { select: { label: true, endsOn: true } },
      reviews: { where: { decision: "returned" }, orderBy: { at: "desc" }, take: 1, select: { note: true } },
    },
  });
}

interface SubjectRow {
  id: string;
  number: string;
  title: unknown;
  startsOn: string | null;
  endsOn: string | null;
}

interface LineContext {
  commitment: SubjectRow;
  depth: number;
  period: PeriodView;
  updates: Awaited<ReturnType<typeof listUpdates>>;
  now: Date;
}

function workLine(row: SubjectRow, { commitment, depth, period, updates, now }: LineContext): WorkLine {
  const whole = row.id === commitment.id;
  const own = updates.filter((update) => update.commitmentId === commitment.id && update.milestoneId === (whole ? null : row.id));
  const inPeriod = own.filter((update) => update.periodId === period.id);
  const accepted = own.filter((update) => update.status === "accepted" && update.period.endsOn <= period.endsOn);
  const last = accepted.sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn))[0];
  const progress = (last?.progress ?? null) as Progress | null;
  const deadline = deadlineOf(row.endsOn, whole ? null : commitment.endsOn);
  return {
    subjectId: row.id, whole, number: row.number, title: text(row.title), depth,
    term: { startsOn: row.startsOn, endsOn: row.endsOn }, deadline,
    overdueMonths: overdue(deadline?.due ?? null, progress, now)?.months ?? null,
    last: last ? { progress, periodLabel: last.period.label as Localized } : null,
    state: workState(inPeriod.map((update) => update.status as UpdateStatus)),
    note: inPeriod.find((update) => update.status === "returned")?.reviews[0]?.note ?? null,
  };
}

/** A closed period in which the actor's organisations had something to report, and who can reopen it. */
export interface ClosedWork {
  period: PeriodView;
  planTitle: Localized;
  secretariatName: Localized;
}

/** The closed periods of the actor's organisations in adopted plans, the latest first. */
export async function listClosedWork(actor: Actor): Promise<ClosedWork[]> {
  const mine = { leadOrganisationId: { in: organisationsOf(actor, "coordinator") }, removedAt: null };
  const rows = await db().reportingPeriod.findMany({
    where: { status: "closed", plan: { status: "adopted", commitments: { some: { removedAt: null, OR: [mine, { milestones: { some: mine } }] } } } },
    include: { plan: { select: { title: true, secretariat: { select: { name: true } } } } },
    orderBy: [{ endsOn: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ period: periodView(row), planTitle: row.plan.title as Localized, secretariatName: row.plan.secretariat.name as Localized }));
}

/** An open period for which the Secretariat collects reports, with what each agency has sent. */
export interface Collection {
  period: PeriodView;
  planTitle: Localized;
  shares: AgencyShare<{ id: string; name: Localized }>[];
}

/** The open periods of the actor's Secretariat, the earliest due first: who has reported, and who has not. */
export async function listCollections(actor: Actor): Promise<Collection[]> {
  const lead = { select: { id: true, name: true } } as const;
  const kept = { removedAt: null };
  const rows = await db().reportingPeriod.findMany({
    where: { status: "open", plan: { status: "adopted", secretariatId: { in: organisationsOf(actor, "secretariat") } } },
    include: {
      updates: { where: { status: { in: ["submitted", "accepted"] } }, select: { commitmentId: true, milestoneId: true } },
      plan: { select: { title: true, commitments: { where: kept, orderBy: { position: "asc" }, select: { id: true, leadOrganisation: lead, milestones: { where: kept, select: { id: true, leadOrganisation: lead } } } } } },
    },
    orderBy: [{ dueOn: "asc" }, { endsOn: "asc" }],
  });
  return rows.map((row) => {
    const subjects = row.plan.commitments.flatMap(({ milestones, ...whole }) => [...milestones, whole]);
    const lines = subjects.map(({ id, leadOrganisation }) => ({ subjectId: id, agency: { id: leadOrganisation.id, name: leadOrganisation.name as Localized } }));
    const sent = new Set(row.updates.map((update) => update.milestoneId ?? update.commitmentId));
    return { period: periodView(row), planTitle: row.plan.title as Localized, shares: sharesOf(lines, sent) };
  });
}

/** An update that waits for the Secretariat. */
export interface WaitingUpdate {
  id: string;
  number: string;
  title: Localized | null;
  whole: boolean;
  commitment: { number: string; title: Localized | null };
  planTitle: Localized;
  periodLabel: Localized;
  organisationName: Localized;
  progress: Progress | null;
  submittedAt: Date | null;
}

/** About what the plan promises still. */
const ofKept = { OR: [{ milestoneId: null }, { milestone: { removedAt: null } }] };

/** What waits for review in the plans of the actor's Secretariat, the oldest first. */
export async function listUpdatesToReview(actor: Actor): Promise<WaitingUpdate[]> {
  const rows = await db().progressUpdate.findMany({
    where: { status: "submitted", ...ofKept, commitment: { removedAt: null, plan: { secretariatId: { in: organisationsOf(actor, "secretariat") } } } },
    include: { commitment: { include: { plan: { select: { title: true } } } }, milestone: true, period: { select: { label: true } }, organisation: { select: { name: true } } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const subject = row.milestone ?? row.commitment;
    return {
      id: row.id, number: subject.number, title: text(subject.title), whole: row.milestone === null,
      commitment: { number: row.commitment.number, title: text(row.commitment.title) },
      planTitle: row.commitment.plan.title as Localized, periodLabel: row.period.label as Localized, organisationName: row.organisation.name as Localized,
      progress: row.progress as Progress | null, submittedAt: row.submittedAt,
    };
  });
}
