import type { Localized } from "#lib/record/localized/schema.ts";
import { isMissing, lastDay, type MissingState } from "#lib/boards/missing-reports/rules.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { UpdateStatus } from "#lib/reporting/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { workState } from "#lib/reporting/worklists/rules.ts";

/** A milestone, or a commitment as a whole, whose report has not been sent. */
export interface MissingReport {
  number: string;
  title: Localized | null;
  whole: boolean;
  term: Term;
  state: MissingState;
  /** Why the Secretariat returned it. */
  note: string | null;
}

/** What one organisation has yet to report in one period. */
export interface MissingWork {
  period: { id: string; label: Localized; dueOn: string | null; version: number };
  plan: { id: string; title: Localized; vocabulary: string; secretariatId: string };
  organisation: { id: string; name: Localized };
  /** Its own later last day, with a number that grows with each change of it, where the period is closed to the others. */
  extension: { until: string; version: number } | null;
  missing: MissingReport[];
}

const organisation = { select: { id: true, name: true } } as const;
const subject = { id: true, number: true, title: true, startsOn: true, endsOn: true, leadOrganisation: organisation } as const;
const inOrder = [{ position: "asc" }, { number: "asc" }] as const satisfies Prisma.MilestoneOrderByWithRelationInput[];
const kept = { removedAt: null };

async function loadPeriods(where: Prisma.ReportingPeriodWhereInput, today: string) {
  const stillOpen = { OR: [{ status: "open" }, { status: "closed", extensions: { some: { until: { gte: today } } } }] };
  const milestones = { where: kept, orderBy: inOrder, select: subject };
  const commitments = { where: kept, orderBy: [{ part: { position: "asc" } }, ...inOrder], select: { ...subject, milestones } } satisfies Prisma.Plan$commitmentsArgs;
  return db().reportingPeriod.findMany({
    where: { AND: [where, stillOpen], plan: { status: "adopted" } },
    orderBy: [{ dueOn: "asc" }, { endsOn: "asc" }, { id: "asc" }],
    include: {
      extensions: true,
      plan: { select: { id: true, title: true, vocabulary: true, secretariatId: true, commitments } },
      updates: { where: { status: { not: "superseded" } }, select: { commitmentId: true, milestoneId: true, status: true, reviews: { where: { decision: "returned" }, orderBy: { at: "desc" }, take: 1, select: { note: true } } } },
    },
  });
}

type PeriodRow = Awaited<ReturnType<typeof loadPeriods>>[number];
type CommitmentRow = PeriodRow["plan"]["commitments"][number];
type SubjectRow = Omit<CommitmentRow, "milestones">;

/** Everything that is to be reported in a period and has not been sent, in the plan's order, with who leads it. */
function missingOf({ plan, updates }: PeriodRow): { lead: SubjectRow["leadOrganisation"]; report: MissingReport }[] {
  const bySubject = Map.groupBy(updates, ({ commitmentId, milestoneId }) => milestoneId ?? commitmentId);
  return plan.commitments.flatMap(({ milestones, ...commitment }) => [...milestones, commitment].flatMap((row: SubjectRow) => {
    const own = bySubject.get(row.id) ?? [];
    const state = workState(own.map(({ status }) => status as UpdateStatus));
    if (!isMissing(state)) return [];
    const note = own.find(({ status }) => status === "returned")?.reviews[0]?.note ?? null;
    const term = { startsOn: row.startsOn, endsOn: row.endsOn };
    return [{ lead: row.leadOrganisation, report: { number: row.number, title: row.title as Localized | null, whole: row.id === commitment.id, term, state, note } }];
  }));
}

function workOf(row: PeriodRow, now: Date): MissingWork[] {
  const { id, label, dueOn, version, status, extensions, plan } = row;
  const byLead = [...Map.groupBy(missingOf(row), ({ lead }) => lead.id).values()];
  return byLead.flatMap((reports) => {
    const lead = reports[0]?.lead;
    if (!lead) return [];
    const extension = (status === "closed" && extensions.find(({ organisationId }) => organisationId === lead.id)) || null;
    if (!mayReport({ status }, extension, now)) return [];
    return [{
      period: { id, label: label as Localized, dueOn, version },
      plan: { id: plan.id, title: plan.title as Localized, vocabulary: plan.vocabulary, secretariatId: plan.secretariatId },
      organisation: { id: lead.id, name: lead.name as Localized },
      extension: extension && { until: extension.until, version: extension.version },
      missing: reports.map(({ report }) => report),
    }];
  });
}

const never = "9999";

/** The day by which an organisation is to report; null: none is stated. */
export function dueOf({ period, extension }: MissingWork): string | null {
  return lastDay({ dueOn: period.dueOn, until: extension?.until ?? null });
}

/** What organisations have yet to report in the periods in which they still may, the earliest due first. For jobs and the Secretariat. */
export async function listMissingWork(now: Date, where: Prisma.ReportingPeriodWhereInput = {}): Promise<MissingWork[]> {
  const work = (await loadPeriods(where, dayOf(now))).flatMap((row) => workOf(row, now));
  return work.sort((a, b) => (dueOf(a) ?? never).localeCompare(dueOf(b) ?? never));
}

/** How many updates wait for the review of a Secretariat, by plan and period. */
export interface WaitingReview {
  secretariatId: string;
  planTitle: Localized;
  periodLabel: Localized;
  count: number;
}

/** What waits for review in the plans of all Secretariats. For jobs. */
export async function listWaitingReviews(): Promise<WaitingReview[]> {
  const waiting = { status: "submitted", commitment: { removedAt: null }, OR: [{ milestoneId: null }, { milestone: { removedAt: null } }] };
  const periods = await db().reportingPeriod.findMany({
    where: { updates: { some: waiting } },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    select: { label: true, plan: { select: { title: true, secretariatId: true } }, _count: { select: { updates: { where: waiting } } } },
  });
  return periods.map(({ label, plan, _count }) => ({ secretariatId: plan.secretariatId, planTitle: plan.title as Localized, periodLabel: label as Localized, count: _count.updates }));
}
