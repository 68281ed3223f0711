import type { Counted } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { standingOf } from "#lib/plans/milestones/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { LineInTime } from "./rules.ts";

/** Which lines of a plan: those directly in one part (by its key), or all; a page of them, from 1. */
export interface LinesAsk {
  part: string | null;
  page: number;
  size: number;
}

const reported = { where: { status: "accepted" }, select: { progress: true, acceptedAt: true, period: { select: { endsOn: true } } } } as const;
const own = { id: true, number: true, title: true, startsOn: true, endsOn: true } as const;

function placed(plan: string, part: string | null) {
  return { removedAt: null, plan: { slug: plan, status: { not: "draft" } }, ...(part ? { part: { slug: part } } : {}) } satisfies Prisma.CommitmentWhereInput;
}

interface Row {
  id: string;
  number: string;
  title: unknown;
  startsOn: string | null;
  endsOn: string | null;
  updates: { progress: string | null; acceptedAt: Date | null; period: { endsOn: string } }[];
}

function lineOf(row: Row, commitment: { slug: string; number: string; startsOn: string | null; endsOn: string | null }, planStatus: string, now: Date): LineInTime {
  const updates = row.updates.map(({ progress, acceptedAt, period }) => ({ progress: progress as Progress, acceptedAt: acceptedAt ?? new Date(0), period }));
  return {
    id: row.id, number: row.number, title: row.title as Localized | null, startsOn: row.startsOn ?? (row.endsOn ? null : commitment.startsOn), commitment: { slug: commitment.slug, number: commitment.number },
    standing: standingOf({ endsOn: row.endsOn, commitmentEndsOn: commitment.endsOn, planStatus, updates }, now),
  };
}

/** A page of a published plan's lines in the order of the plan, each where it stands now. One statement. */
export async function listLinesInTime(plan: { slug: string; status: string }, of: Counted, { part, page, size }: LinesAsk, now: Date): Promise<LineInTime[]> {
  const paged = { relationLoadStrategy: "join" as const, take: size, skip: (page - 1) * size };
  if (of === "commitments") {
    const rows = await db().commitment.findMany({
      ...paged, where: placed(plan.slug, part), orderBy: [{ part: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
      select: { ...own, slug: true, updates: { ...reported, where: { ...reported.where, milestoneId: null } } },
    });
    return rows.map((row) => lineOf(row, { slug: row.slug, number: row.number, startsOn: null, endsOn: null }, plan.status, now));
  }
  const rows = await db().milestone.findMany({
    ...paged, where: { removedAt: null, commitment: placed(plan.slug, part) },
    orderBy: [{ commitment: { part: { position: "asc" } } }, { commitment: { position: "asc" } }, { commitmentId: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { ...own, commitment: { select: { slug: true, number: true, startsOn: true, endsOn: true } }, updates: reported },
  });
  return rows.map(({ commitment, ...row }) => lineOf(row, commitment, plan.status, now));
}

/** How many lines those are. One statement. */
export function countLines(plan: string, of: Counted, part: string | null): Promise<number> {
  if (of === "commitments") return db().commitment.count({ where: placed(plan, part) });
  return db().milestone.count({ where: { removedAt: null, commitment: placed(plan, part) } });
}
