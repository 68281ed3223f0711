import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { canManagePeriods } from "#lib/reporting/periods/policy.ts";
import { periodView, type PeriodView } from "#lib/reporting/periods/queries.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import type { UpdateStatus } from "#lib/reporting/schema.ts";
import { workState } from "#lib/reporting/worklists/rules.ts";
import { isOverdue } from "./rules.ts";
import type { BoardState } from "./schema.ts";

/** A milestone, or a commitment as a whole, and where the report on it stands. */
export interface BoardLine {
  subjectId: string;
  number: string;
  title: Localized | null;
  whole: boolean;
  state: BoardState;
  overdue: boolean;
  /** What the Secretariat can open: the update that waits for review. */
  updateId: string | null;
}

/** An agency with all that it has to report in the period. */
export interface BoardAgency {
  id: string;
  name: Localized;
  lines: BoardLine[];
  /** People with an account who report for it. */
  coordinators: number;
  /** Mailed links that still work. */
  links: number;
  /** Its own last day, where the period is closed to the others. */
  extension: { until: string; reason: string | null; version: number } | null;
  /** It may report now. */
  open: boolean;
}

/** Who has reported in a period and who has not. */
export interface Board {
  period: PeriodView;
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  agencies: BoardAgency[];
}

const lead = { select: { id: true, name: true } } as const;
const subject = { id: true, number: true, title: true, leadOrganisation: lead } as const;
const kept = { removedAt: null };
const inOrder = { orderBy: [{ position: "asc" }, { id: "asc" }] } satisfies Prisma.Plan$commitmentsArgs;

async function loadPeriod(id: string, now: Date) {
  return db().reportingPeriod.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    include: {
      extensions: true,
      links: { where: { revokedAt: null, expiresAt: { gt: now } }, select: { organisationId: true } },
      updates: { where: { status: { not: "superseded" } }, select: { id: true, commitmentId: true, milestoneId: true, status: true } },
      plan: {
        select: {
          slug: true, title: true, vocabulary: true, status: true, secretariatId: true,
          commitments: { where: kept, ...inOrder, select: { ...subject, milestones: { where: kept, ...inOrder, select: subject } } },
        },
      },
    },
  });
}
type Row = NonNullable<Awaited<ReturnType<typeof loadPeriod>>>;

/** The board of a period of the actor's Secretariat. Throws NOT_FOUND. */
export async function getBoard(actor: Actor, periodId: string, now: Date): Promise<Board> {
  const row = isId(periodId) ? await loadPeriod(periodId, now) : null;
  if (!row || !canManagePeriods(actor, row.plan) || row.plan.status === "draft") throw new DomainError("NOT_FOUND");
  const { slug, title, vocabulary, status, commitments } = row.plan;
  const subjects = commitments.flatMap(({ milestones, ...commitment }) => [...milestones.map((one) => ({ ...one, whole: false })), { ...commitment, whole: true }]);
  const byAgency = [...Map.groupBy(subjects, ({ leadOrganisation }) => leadOrganisation.id)];
  const coordinators = await countCoordinators(byAgency.map(([id]) => id));
  const updates = Map.groupBy(row.updates, ({ milestoneId, commitmentId }) => milestoneId ?? commitmentId);
  const agencies = byAgency.map(([id, own]) => {
    const extension = (row.status === "closed" && row.extensions.find(({ organisationId }) => organisationId === id)) || null;
    return {
      id, extension,
      name: (own[0]?.leadOrganisation.name ?? {}) as Localized,
      coordinators: coordinators.get(id) ?? 0,
      links: row.links.filter(({ organisationId }) => organisationId === id).length,
      open: row.plan.status === "adopted" && mayReport(row, extension, now),
      lines: own.map((one) => lineOf(one, updates.get(one.id) ?? [], { dueOn: row.dueOn, until: extension?.until ?? null, now })),
    };
  });
  return { period: periodView(row), plan: { slug, vocabulary, status, title: title as Localized }, agencies };
}

function lineOf(
  { id, number, title, whole }: { id: string; number: string; title: unknown; whole: boolean }, updates: readonly Row["updates"][number][],
  { dueOn, until, now }: { dueOn: string | null; until: string | null; now: Date },
): BoardLine {
  const state = workState(updates.map(({ status }) => status as UpdateStatus));
  const waiting = updates.find(({ status }) => status === "submitted");
  return { subjectId: id, number, title: title as Localized | null, whole, state, overdue: isOverdue(state, dueOn, until, now), updateId: waiting?.id ?? null };
}

/** How many people with an open account report for each organisation. */
async function countCoordinators(organisationIds: string[]): Promise<Map<string, number>> {
  const rows = await db().membership.groupBy({ by: ["organisationId"], where: { role: "coordinator", organisationId: { in: organisationIds }, account: { disabledAt: null } }, _count: true });
  return new Map(rows.flatMap(({ organisationId, _count }) => (organisationId ? [[organisationId, _count] as const] : [])));
}
