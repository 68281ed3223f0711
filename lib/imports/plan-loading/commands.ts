import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "#lib/record/actors/schema.ts";
import { saveAndPublishAssessment } from "#lib/assessments/commands.ts";
import { noIrm } from "#lib/assessments/schema.ts";
import { getPlanContent } from "#lib/editing/queries.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { closePeriod, createPeriod, openPeriod } from "#lib/reporting/periods/commands.ts";
import { checkPlanFile } from "#lib/imports/plan-files/queries.ts";
import type { FileAssessment, FileUpdate, PlanFile } from "#lib/imports/plan-files/schema.ts";
import { writePlanFile } from "#lib/imports/plan-writing/commands.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { acceptUpdate, saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import { recordPublishedReport } from "#lib/reports/commands.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import { canImportPlans } from "./policy.ts";

type Counted = "organisations" | "parts" | "commitments" | "milestones" | "periods" | "updates" | "assessments" | "reports";

/** How many of each were added. */
export type ImportCounts = Record<Counted, number>;

export interface ImportOutcome {
  outcome: "added" | "unchanged";
  planSlug: string;
  counts: ImportCounts;
}

/** A hundred commitments with their periods are some thousands of statements. */
const timeoutMs = 300_000;

/**
 * Loads a plan file with what happened in its periods: all of it in one transaction, or nothing. A file that was loaded before changes
 * nothing. Throws FORBIDDEN unless the system asks, INVALID_INPUT with the path and message key of everything that is wrong (see
 * `planFileProblems`), ALREADY_EXISTS when the plan's address is taken by other content.
 */
export async function importPlan(actor: Actor, raw: unknown, now: Date): Promise<ImportOutcome> {
  if (!canImportPlans(actor)) throw new DomainError("FORBIDDEN");
  const checked = await checkPlanFile(raw, now);
  if ("problems" in checked) throw new DomainError("INVALID_INPUT", Object.fromEntries(checked.problems.map(({ path, message }) => [path, message])));
  const { file } = checked;
  const sha256 = createHash("sha256").update(canonicalJson(raw), "utf8").digest("hex");
  const counts = { organisations: 0, parts: 0, commitments: 0, milestones: 0, periods: 0, updates: 0, assessments: 0, reports: 0 };
  const planSlug = file.plan.slug;
  return inTransaction(async (tx) => {
    const there = await tx.plan.findUnique({ where: { slug: planSlug }, select: { imports: { where: { sha256 } } } });
    if (there?.imports.length) return { outcome: "unchanged", planSlug, counts };
    if (there) throw new DomainError("ALREADY_EXISTS", { "plan.slug": "duplicate" });
    const { planId, organisations } = await writePlanFile(actor, { file, planId: null, seed: randomUUID(), removesMissing: false, keepsUnstated: false, keysOnly: true }, now);
    const work = { actor, now, file, counts: { ...counts, organisations }, subjects: new Map<string, LoadedSubject>() };
    await findSubjects(work, planId);
    const { version } = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { version: true } });
    await adoptPlan(actor, { planId, version }, now);
    await addPeriods(work, planId);
    await tx.planImport.create({ data: { planId, sha256, at: now, actorName: actor.name } });
    return { outcome: "added", planSlug, counts: work.counts };
  }, timeoutMs);
}

/** What later parts of the file refer to by a commitment's slug and a milestone's number. */
interface LoadedSubject {
  commitmentId: string;
  milestoneId: string | null;
  lead: string;
  sourceIds: string[];
}

interface Work {
  actor: Actor;
  now: Date;
  file: PlanFile;
  counts: ImportCounts;
  /** By {@link subjectName}. */
  subjects: Map<string, LoadedSubject>;
}

const subjectName = (subject: { commitment: string; milestone?: string | undefined }) => JSON.stringify([subject.commitment, subject.milestone ?? null]);

/** What `planFileProblems` has found to be in the file. */
function named<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new DomainError("INVALID_INPUT", { [name]: "unknown" });
  return value;
}

async function findSubjects({ counts, subjects }: Work, planId: string): Promise<void> {
  const content = await getPlanContent(planId);
  if (!content) throw new DomainError("NOT_FOUND");
  const { parts, commitments, milestones } = content;
  Object.assign(counts, { parts: parts.length, commitments: commitments.length, milestones: milestones.length });
  const slugs = new Map(commitments.map(({ id, fields }) => [id, fields.slug ?? ""]));
  const said = ({ leadOrganisationId: lead, sources }: { leadOrganisationId: string; sources: { id: string | null }[] }) => ({ lead, sourceIds: sources.flatMap(({ id }) => id ?? []) });
  for (const { id: commitmentId, fields } of commitments) subjects.set(subjectName({ commitment: fields.slug ?? "" }), { commitmentId, milestoneId: null, ...said(fields) });
  for (const { id: milestoneId, place: { commitmentId }, fields } of milestones) {
    subjects.set(subjectName({ commitment: slugs.get(commitmentId) ?? "", milestone: fields.number }), { commitmentId, milestoneId, ...said(fields) });
  }
}

/** When something of the past was done: at noon in Tbilisi of the day that is stated, because no hour is. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+04:00`);
}

async function addPeriods(work: Work, planId: string): Promise<void> {
  const { actor, now, counts } = work;
  for (const { updates = [], assessments = [], reports = [], status, dueOn = null, ...period } of work.file.periods.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))) {
    const { id: periodId, version } = await createPeriod(actor, { ...period, planId, dueOn }, now);
    counts.periods++;
    if (status === "upcoming") continue;
    const opened = await openPeriod(actor, { periodId, version }, now);
    for (const update of updates) await addUpdate(work, periodId, update);
    for (const assessment of assessments) await addAssessment(work, periodId, assessment);
    if (status === "closed") await closePeriod(actor, { periodId, version: opened.version }, now);
    for (const { kind, title = {}, introduction = {}, conclusions = {}, on } of reports) {
      await recordPublishedReport(actor, { planId, periodId, kind, title, introduction, conclusions }, noonOf(on));
      counts.reports++;
    }
  }
}

async function addUpdate({ actor, subjects, counts }: Work, periodId: string, update: FileUpdate): Promise<void> {
  const { lead, sourceIds, ...subject } = named(subjects, subjectName(update));
  const { progress, result = {}, reasons = {} } = update;
  const at = noonOf(update.on);
  const evidence = [];
  for (const { url, title = {}, source } of update.evidence ?? []) {
    const { id: evidenceId } = await addEvidenceLink(actor, { organisationId: lead, url, title }, at);
    evidence.push({ evidenceId, title, verificationSourceId: source === undefined ? null : (sourceIds[source] ?? null) });
  }
  const saved = await saveAndSubmitUpdate(actor, { id: null, version: null, periodId, subject, progress, result, reasons, noProgress: false, actuals: [], evidence }, at);
  await acceptUpdate(actor, { updateId: saved.id, version: saved.version }, at);
  counts.updates++;
}

async function addAssessment({ actor, subjects, file, counts }: Work, periodId: string, { grade, narrative = {}, on, ...of }: FileAssessment): Promise<void> {
  const { commitmentId, milestoneId } = named(subjects, subjectName(of));
  const { id: gradeId } = await db().fulfilmentGrade.findFirstOrThrow({ where: { scaleCode: file.plan.scale, code: grade }, select: { id: true } });
  await saveAndPublishAssessment(
    actor, { id: null, version: null, assessor: { voice: "secretariat" }, periodId, subject: { commitmentId, milestoneId }, gradeId, irm: noIrm, narrative, evidence: [] }, noonOf(on),
  );
  counts.assessments++;
}
