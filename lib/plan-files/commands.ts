import { createHash } from "node:crypto";
import type { Actor } from "#lib/actors/schema.ts";
import { saveAndPublishAssessment } from "#lib/assessments/commands.ts";
import { createCommitment } from "#lib/commitments/commands.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { createMilestone } from "#lib/milestones/commands.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { closePeriod, createPeriod, openPeriod } from "#lib/periods/commands.ts";
import { addLegalAct, addPart, adoptPlan, createPlan } from "#lib/plans/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { acceptUpdate, saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import { recordPublishedReport } from "#lib/reports/commands.ts";
import { canonicalJson } from "#lib/snapshots/rules.ts";
import { canImportPlans } from "./policy.ts";
import { checkPlanFile } from "./queries.ts";
import type { FileAssessment, FileMilestone, FileUpdate, PlanFile } from "./schema.ts";

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
 * Loads a plan file: all of it in one transaction, or nothing. A file that was loaded before changes nothing. Throws
 * FORBIDDEN unless the system asks, INVALID_INPUT with the path and message key of everything that is wrong (see
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
    const work = { actor, now, file, counts, organisations: new Map<string, string>(), subjects: new Map<string, LoadedSubject>() };
    await addOrganisations(work);
    const planId = await addPlan(work);
    await addCommitments(work, planId, await addParts(work, planId));
    const { version } = await tx.plan.findUniqueOrThrow({ where: { id: planId } });
    await adoptPlan(actor, { planId, version }, now);
    await addPeriods(work, planId);
    await tx.planImport.create({ data: { planId, sha256, at: now, actorName: actor.name } });
    return { outcome: "added", planSlug, counts };
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
  /** By key. */
  organisations: Map<string, string>;
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

async function addOrganisations({ actor, now, file, counts, organisations }: Work): Promise<void> {
  const there = await db().organisation.findMany({ where: { slug: { in: file.organisations.map(({ key }) => key) } }, select: { id: true, slug: true } });
  for (const { id, slug } of there) organisations.set(slug, id);
  for (const { key: slug, name, kind: kindCode } of file.organisations) {
    if (organisations.has(slug)) continue;
    organisations.set(slug, (await createOrganisation(actor, { slug, name, kindCode }, now)).id);
    counts.organisations++;
  }
}

async function addPlan({ actor, now, file, organisations }: Work): Promise<string> {
  const { secretariat, scale: scaleCode, ...plan } = file.plan;
  const { id: planId } = await createPlan(actor, { ...plan, scaleCode, secretariatId: named(organisations, secretariat) }, now);
  for (const act of file.legalActs) await addLegalAct(actor, { ...act, planId }, now);
  return planId;
}

async function addParts({ actor, now, file, counts }: Work, planId: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const { key, parent, ...part } of file.parts) {
    const parentId = parent ? named(parts, parent) : null;
    parts.set(key, (await addPart(actor, { ...part, slug: key, planId, parentId }, now)).id);
    counts.parts++;
  }
  return parts;
}

async function addCommitments(work: Work, planId: string, parts: Map<string, string>): Promise<void> {
  for (const { part, lead, milestones = [], ...commitment } of work.file.commitments) {
    const leadOrganisationId = named(work.organisations, lead);
    const partId = part ? named(parts, part) : null;
    const { id: commitmentId, sourceIds } = await createCommitment(work.actor, { ...commitment, ...linesOf(work, commitment), planId, partId, leadOrganisationId }, work.now);
    work.subjects.set(subjectName({ commitment: commitment.slug }), { commitmentId, milestoneId: null, lead: leadOrganisationId, sourceIds });
    work.counts.commitments++;
    await addMilestones(work, milestones, { slug: commitment.slug, commitmentId, parentId: null, lead: leadOrganisationId });
  }
}

/** Where milestones belong; `lead` carries those that name no other. */
type Place = Pick<LoadedSubject, "commitmentId" | "lead"> & { slug: string; parentId: string | null };

async function addMilestones(work: Work, all: readonly FileMilestone[], place: Place): Promise<void> {
  const { slug, commitmentId, parentId } = place;
  for (const { lead, milestones = [], ...milestone } of all) {
    const leadOrganisationId = lead ? named(work.organisations, lead) : place.lead;
    const { id, sourceIds } = await createMilestone(work.actor, { ...milestone, ...linesOf(work, milestone), commitmentId, parentId, leadOrganisationId }, work.now);
    work.subjects.set(subjectName({ commitment: slug, milestone: milestone.number }), { commitmentId, milestoneId: id, lead: leadOrganisationId, sourceIds });
    work.counts.milestones++;
    await addMilestones(work, milestones, { ...place, parentId: id, lead: leadOrganisationId });
  }
}

type FileLines = Pick<FileMilestone, "partners" | "coResponsible" | "indicators" | "verificationSources" | "budget">;

/** The lines under a commitment or milestone as their commands take them: numbers in decimal digits. */
function linesOf({ organisations }: Work, lines: FileLines) {
  const as = (role: "partner" | "co_responsible", keys: readonly string[] = []) => keys.map((key) => ({ role, organisationId: named(organisations, key) }));
  const digits = (value: number | undefined) => (value === undefined ? null : String(value));
  return {
    partnerships: [...as("co_responsible", lines.coResponsible), ...as("partner", lines.partners)],
    indicators: (lines.indicators ?? []).map((line) => ({ ...line, baseline: digits(line.baseline), target: digits(line.target) })),
    sources: lines.verificationSources ?? [],
    budgetLines: (lines.budget ?? []).map(({ amount, fundingSource, ...line }) => ({ ...line, amount: digits(amount), fundingSourceCode: fundingSource ?? null })),
  };
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
  await saveAndPublishAssessment(actor, { id: null, version: null, periodId, subject: { commitmentId, milestoneId }, gradeId, narrative, evidence: [] }, noonOf(on));
  counts.assessments++;
}
