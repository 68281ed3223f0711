import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Assessor } from "#lib/assessments/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { arrivedAt } from "./rules.ts";

/** An agency reported again of something that was assessed, or stands in a final report, before. `waiting`: it is sent and not accepted yet. */
export interface LateReport {
  updateId: string;
  /** The milestone's id, or the commitment's for a report on it as a whole. */
  subjectId: string;
  number: string;
  at: Date;
  waiting: boolean;
}

const updateFields = {
  id: true, commitmentId: true, milestoneId: true, status: true, acceptedAt: true, submittedAt: true,
  commitment: { select: { number: true } }, milestone: { select: { number: true } },
} as const;

async function listArrived(periodId: string) {
  const rows = await db().progressUpdate.findMany({ where: { periodId, status: { in: ["submitted", "accepted"] } }, select: updateFields });
  return rows.flatMap(({ id, commitmentId, milestoneId, commitment, milestone, ...row }) => {
    const at = arrivedAt(row);
    return at ? [{ updateId: id, subjectId: milestoneId ?? commitmentId, number: (milestone ?? commitment).number, at, waiting: row.status === "submitted" }] : [];
  });
}

/** What was reported in a period after it had been assessed in that name; empty for who does not speak in it. */
export async function listReportedSinceAssessment(actor: Actor, assessor: Assessor, periodId: string): Promise<LateReport[]> {
  const own = assessor.voice === "secretariat"
    ? { period: { plan: { secretariatId: { in: organisationsOf(actor, "secretariat") } } } }
    : { organisationId: { in: organisationsOf(actor, "monitor").filter((id) => id === assessor.organisationId) } };
  const assessed = await db().assessment.findMany({
    where: { periodId, voice: assessor.voice, status: "published", ...own },
    select: { commitmentId: true, milestoneId: true, publishedAt: true },
  });
  if (assessed.length === 0) return [];
  const since = new Map(assessed.map(({ commitmentId, milestoneId, publishedAt }) => [milestoneId ?? commitmentId, publishedAt]));
  return (await listArrived(periodId)).filter(({ subjectId, at }) => {
    const published = since.get(subjectId);
    return published && at > published;
  });
}

/** What was reported in a report's period after its last final or corrected version was published; empty for anybody but its Secretariat. */
export async function listReportedSinceReport(actor: Actor, reportId: string): Promise<LateReport[]> {
  const versions = { where: { stage: { in: ["final", "correction"] } }, orderBy: { number: "desc" }, take: 1, select: { publishedAt: true } } satisfies Prisma.Report$versionsArgs;
  const report = isId(reportId)
    ? await db().report.findFirst({ where: { id: reportId, plan: { secretariatId: { in: organisationsOf(actor, "secretariat") } } }, select: { periodId: true, versions } })
    : null;
  const published = report?.versions[0]?.publishedAt;
  return report && published ? (await listArrived(report.periodId)).filter(({ at }) => at > published) : [];
}
