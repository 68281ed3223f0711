import { organisationsOf, reachesPeriod } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { periodView, type PeriodView } from "#lib/reporting/periods/queries.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { planView, reportedSubject, subjectInclude, updateInclude, updateView, type ReportedSubject, type UpdateForm } from "#lib/reporting/queries.ts";
import { treeOrder } from "#lib/reporting/worklists/rules.ts";

/** One subject of a period as its form starts; `depth`: how deep a milestone is nested. */
export interface WorkItem extends UpdateForm {
  depth: number;
}

/** What one organisation reports in the period, by commitment. `until`: its own later last day, when the period is closed to the others. */
export interface OrganisationWork {
  id: string;
  name: Localized;
  open: boolean;
  until: string | null;
  commitments: { id: string; number: string; title: Localized | null; items: WorkItem[] }[];
}

/** The whole work of a coordinator in one period. */
export interface PeriodWork {
  period: PeriodView;
  plan: ReportedSubject["plan"];
  secretariatName: Localized;
  organisations: OrganisationWork[];
}

const order = [{ position: "asc" }, { number: "asc" }] as const satisfies Prisma.MilestoneOrderByWithRelationInput[];

/** Rows of everything that the organisations report in a period, with what was said before and now: one statement. */
async function loadPeriod(periodId: string, organisations: string[]) {
  const mine = { leadOrganisationId: { in: organisations }, removedAt: null };
  const either = { removedAt: null, OR: [mine, { milestones: { some: mine } }] };
  const updates = { where: { status: { not: "superseded" } }, include: updateInclude };
  const milestones = { where: mine, orderBy: order, include: subjectInclude } as const;
  const commitments = { where: either, orderBy: [{ part: { position: "asc" } }, ...order], include: { ...subjectInclude, milestones, updates } } satisfies Prisma.Plan$commitmentsArgs;
  return db().reportingPeriod.findFirst({
    relationLoadStrategy: "join",
    where: { id: periodId, plan: { status: { in: ["adopted", "closed"] }, commitments: { some: either } } },
    include: { extensions: { where: { organisationId: { in: organisations } } }, plan: { include: { secretariat: { select: { name: true } }, commitments } } },
  });
}

/** Everything the actor's organisations report in a period, open or not; NOT_FOUND when that is nothing, or beyond a mailed link. */
export async function getPeriodWork(actor: Actor, periodId: string, now: Date): Promise<PeriodWork> {
  const organisations = organisationsOf(actor, "coordinator");
  const row = isId(periodId) && reachesPeriod(actor, periodId) ? await loadPeriod(periodId, organisations) : null;
  if (!row) throw new DomainError("NOT_FOUND");
  const period = periodView(row);
  const plan = planView(row.plan);
  const savers = await saversOf(row.plan.commitments.flatMap(({ updates }) => updates.filter((update) => update.periodId === period.id && update.status !== "accepted").map(({ id }) => id)));
  const commitments = row.plan.commitments.map(({ updates, milestones, ...commitment }) => {
    const itemOf = (milestone: (typeof milestones)[number] | null, depth: number): WorkItem => {
      const own = updates.filter(({ milestoneId }) => milestoneId === (milestone?.id ?? null));
      const subject = reportedSubject({ period, plan, commitment, milestone }, own.filter(({ status }) => status === "accepted"));
      const working = own.find((update) => update.periodId === period.id && update.status !== "accepted" && update.organisationId === subject.leadOrganisationId);
      return { subject, working: working ? { ...updateView(working), savedBy: savers.get(working.id) ?? "" } : null, depth };
    };
    const whole = organisations.includes(commitment.leadOrganisationId) ? [itemOf(null, 0)] : [];
    const items = [...treeOrder(milestones).map(({ item, depth }) => itemOf(item, depth)), ...whole];
    return { id: commitment.id, number: commitment.number, title: commitment.title as Localized | null, items };
  });
  const work = byOrganisation(commitments).map(({ id, name, commitments: own }) => {
    const extension = row.extensions.find(({ organisationId }) => organisationId === id) ?? null;
    const open = plan.status === "adopted" && mayReport(period, extension, now);
    return { id, name, open, until: open && period.status === "closed" ? (extension?.until ?? null) : null, commitments: own };
  });
  return { period, plan, secretariatName: row.plan.secretariat.name as Localized, organisations: work };
}

type CommitmentWork = OrganisationWork["commitments"][number];

/** The same work, one organisation after the other, in the order in which they first appear. */
function byOrganisation(commitments: readonly CommitmentWork[]): { id: string; name: Localized; commitments: CommitmentWork[] }[] {
  const leads = new Map(commitments.flatMap(({ items }) => items.map(({ subject }) => [subject.leadOrganisationId, subject.leadName] as const)));
  return [...leads].map(([id, name]) => ({
    id, name,
    commitments: commitments.map((commitment) => ({ ...commitment, items: commitment.items.filter(({ subject }) => subject.leadOrganisationId === id) })).filter(({ items }) => items.length > 0),
  }));
}

/** Who saved each update last, from the trace. */
async function saversOf(updateIds: string[]): Promise<Map<string, string>> {
  if (updateIds.length === 0) return new Map();
  const events = await db().auditEvent.findMany({
    where: { entity: "update", entityId: { in: updateIds }, action: "update.saved" }, distinct: ["entityId"], orderBy: [{ entityId: "asc" }, { id: "desc" }], select: { entityId: true, actorName: true },
  });
  return new Map(events.map(({ entityId, actorName }) => [entityId, actorName]));
}
