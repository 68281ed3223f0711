import type { Actor } from "#lib/record/actors/schema.ts";
import { publishAssessment, saveAssessment } from "#lib/assessments/commands.ts";
import { noIrm, type IrmCodes, type SaveAssessmentInput } from "#lib/assessments/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { createReportedPlan } from "./reporting-factories.ts";

let count = 0;

type ReportedPlan = Awaited<ReturnType<typeof createReportedPlan>>;
type Monitor = Awaited<ReturnType<typeof createMonitor>>;

/** A civil society organisation of its own, and somebody who monitors for it. */
export async function createMonitor(name = "monitor") {
  const n = ++count;
  await db().organisationKind.upsert({ where: { code: "civil_society" }, create: { code: "civil_society", label: { en: "Civil society" } }, update: {} });
  const organisation = await db().organisation.create({ data: { slug: `${name}-m${n}`, name: { ka: `${name} ${n}`, en: `${name} ${n}` }, kindCode: "civil_society" } });
  const monitor: Actor = { accountId: null, name: `monitor ${n}`, memberships: [{ role: "monitor", organisationId: organisation.id }], system: false };
  return { organisation, monitor };
}

/** A grade of the scale of {@link createReportedPlan}; `rank` 0 is the worst. */
export async function aGrade(code: string, rank: number, scaleCode = "four"): Promise<string> {
  const label = { en: code };
  await db().fulfilmentScale.upsert({ where: { code: scaleCode }, create: { code: scaleCode, label }, update: {} });
  const row = await db().fulfilmentGrade.upsert({ where: { scaleCode_code: { scaleCode, code } }, create: { scaleCode, code, rank, label }, update: {} });
  return row.id;
}

type Judged = Partial<Omit<SaveAssessmentInput, "assessor" | "irm">> & { irm?: Partial<IrmCodes> };

/** What a monitor types of a set's milestone 5.2, unless told otherwise: limited completion, with a reason. */
export function independentInput(set: ReportedPlan, { organisation }: Monitor, { irm, ...changes }: Judged = {}): SaveAssessmentInput {
  return {
    id: null, version: null, assessor: { voice: "independent", organisationId: organisation.id }, periodId: set.period.id,
    subject: { commitmentId: set.commitment.id, milestoneId: set.milestone.id }, gradeId: null, irm: { ...noIrm, completion: "completion.limited", ...irm },
    narrative: { ka: "პორტალი არ მუშაობს", en: "The portal does not work" }, evidence: [], ...changes,
  };
}

/** An independent assessment, saved and then published as it was saved. */
export async function publishIndependent(set: ReportedPlan, watch: Monitor, changes: Judged = {}, now = new Date("2020-02-01T08:00:00Z")) {
  const saved = await saveAssessment(watch.monitor, independentInput(set, watch, changes), now);
  return publishAssessment(watch.monitor, { assessmentId: saved.id, version: saved.version }, now);
}
