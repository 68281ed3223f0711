import { createHash } from "node:crypto";
import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { consultationWindow } from "#lib/record/consultations/rules.ts";
import { composeSnapshot } from "#lib/reports/freezing/queries.ts";
import { compact, locales, type Localized } from "#lib/record/localized/schema.ts";
import { asJson, db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { orderReportFiles } from "#lib/reports/files/commands.ts";
import { canComposeReport } from "#lib/reports/sections/policy.ts";
import { requireSections } from "#lib/reports/sections/rules.ts";
import { localizedRichTextSchema, type LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { paragraphsOf } from "#lib/reports/snapshot-formats/rules.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { canRecordPublishedReport } from "./policy.ts";
import { countWaiting } from "./queries.ts";
import { refusalToFinalise, reportAfter, reportSlug, type ReportStep } from "./rules.ts";
import type { CorrectReportInput, CreateReportInput, FrozenReport, RecordPublishedReportInput, ReportStatus, ReportVersionInput, SavedReport, SaveReportInput } from "./schema.ts";

/** Composing a report of many commitments on a busy machine; what is waited for by others is the report alone. */
const freezingMs = 60_000;

/**
 * Begins the report of a plan's period. Throws NOT_FOUND outside the actor's plans, PLAN_NOT_ADOPTED, ALREADY_EXISTS when the
 * period has a report of this kind.
 */
export async function createReport(actor: Actor, input: CreateReportInput, now: Date): Promise<SavedReport & { slug: string }> {
  return inTransaction(async (tx) => {
    const period = await tx.reportingPeriod.findFirst({ where: { id: input.periodId, planId: input.planId }, include: { plan: true } });
    if (!period || !canComposeReport(actor, period.plan)) throw new DomainError("NOT_FOUND");
    if (period.plan.status !== "adopted" && period.plan.status !== "closed") throw new DomainError("PLAN_NOT_ADOPTED");
    const slug = reportSlug(period.plan.slug, period.slug, input.kind);
    const title = await defaultTitle(period.label as Localized);
    const report = await tx.report.create({ data: { ...input, slug, title, createdAt: now, savedAt: now }, select: { id: true, version: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { kind: "duplicate" }) : error;
    });
    await recordAudit(actor, { action: "report.created", entity: "report", entityId: report.id, planId: input.planId, after: { slug, title } }, now);
    return { ...report, slug };
  });
}

/** "Self-assessment report: 2019, annual", in the languages in which the period has a name. */
async function defaultTitle(period: Localized): Promise<Record<string, string>> {
  const titles = locales.map(async (locale) => {
    const name = period[locale];
    return name ? { [locale]: (await translatorFor(locale))("reports.defaultTitle", { period: name }) } : {};
  });
  return Object.assign({}, ...(await Promise.all(titles)));
}

/** Saves what the report is called, whatever its state: what was frozen keeps its own. Throws NOT_FOUND, CONFLICT. */
export async function saveReport(actor: Actor, input: SaveReportInput, now: Date): Promise<SavedReport> {
  return inTransaction(async () => {
    const report = await composable(actor, input.reportId);
    const title = compact(input.title) ?? {};
    const saved = await moveReport(report, input.version, { title, savedAt: now });
    await recordAudit(actor, { action: "report.saved", entity: "report", entityId: report.id, planId: report.planId, before: { title: report.title } as Prisma.InputJsonObject, after: { title } }, now);
    return saved;
  });
}

async function composable(actor: Actor, id: string) {
  const report = await db().report.findUnique({ where: { id }, include: { plan: { select: { secretariatId: true, consultationDays: true } } } });
  if (!report || !canComposeReport(actor, report.plan)) throw new DomainError("NOT_FOUND");
  return report;
}
type ReportRow = Awaited<ReturnType<typeof composable>>;

async function moveReport(report: { id: string; status: string }, version: number, data: Prisma.ReportUpdateManyMutationInput): Promise<SavedReport> {
  const { count } = await db().report.updateMany({ where: { id: report.id, version, status: report.status }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id: report.id, version: version + 1 };
}

/** Freezes the version on which the public is asked, and opens the window. Throws REPORT_INCOMPLETE, TRANSITION_NOT_ALLOWED, CONFLICT. */
export async function publishReportForConsultation(actor: Actor, input: ReportVersionInput, now: Date): Promise<FrozenReport> {
  return inTransaction(async () => {
    const report = await composable(actor, input.reportId);
    requireSections(await writtenIn(report.id));
    const { opensOn, endsOn } = consultationWindow(now, report.plan.consultationDays);
    return take("consult", actor, report, { ...input, data: { consultationOpensOn: opensOn, consultationEndsOn: endsOn } }, now);
  }, freezingMs);
}

/** Freezes the final version. Throws CONSULTATION_OPEN before the window has passed, COMMENTS_UNANSWERED, COMMENTS_UNCONFIRMED, and as above. */
export async function finaliseReport(actor: Actor, input: ReportVersionInput, now: Date): Promise<FrozenReport> {
  return inTransaction(async () => {
    const report = await composable(actor, input.reportId);
    reportAfter("finalise", report.status as ReportStatus);
    requireSections(await writtenIn(report.id));
    const window = report.consultationEndsOn ? { endsOn: report.consultationEndsOn } : null;
    const refusal = refusalToFinalise(window, await countWaiting(report.id, now), now);
    if (refusal) throw new DomainError(refusal);
    return take("finalise", actor, report, input, now);
  }, freezingMs);
}

/** Freezes a corrected version of a final report beside the earlier ones, with the reason. Throws REASON_REQUIRED, and as above. */
export async function correctReport(actor: Actor, input: CorrectReportInput, now: Date): Promise<FrozenReport> {
  const reason = compact(input.reason);
  if (!reason) throw new DomainError("REASON_REQUIRED", { reason: "reasonRequired" });
  return inTransaction(async () => take("correct", actor, await composable(actor, input.reportId), { ...input, reason }, now), freezingMs);
}

/**
 * Takes over a report that a source says was published: creates it and freezes its final version, without a consultation.
 * `now` is when the source says it was published. Throws FORBIDDEN unless the system or an administrator asks, ALREADY_EXISTS.
 */
export async function recordPublishedReport(actor: Actor, input: RecordPublishedReportInput, now: Date): Promise<FrozenReport> {
  if (!canRecordPublishedReport(actor)) throw new DomainError("FORBIDDEN");
  const recorder: Actor = { ...actor, system: true };
  return inTransaction(async (tx) => {
    const { planId, periodId, kind } = input;
    const created = await createReport(recorder, { planId, periodId, kind }, now);
    const report = await composable(recorder, created.id);
    const { ka, en } = (compact(input.title) ?? report.title) as Localized;
    const saved = await saveReport(recorder, { reportId: created.id, version: created.version, title: { ka, en } }, now);
    for (const [key, text] of [["introduction", input.introduction], ["summary", input.conclusions]] as const) {
      const body = paragraphsOf(text);
      if (body) await tx.reportSection.create({ data: { reportId: created.id, key, body: asJson(body), savedAt: now, accountId: actor.accountId, actorName: actor.name } });
    }
    return take("record", actor, report, { version: saved.version }, now);
  }, freezingMs);
}

/** The texts of the report's sections as they now stand. */
async function writtenIn(reportId: string): Promise<{ key: string; body: LocalizedRichText | null }[]> {
  const rows = await db().reportSection.findMany({ where: { reportId }, select: { key: true, body: true } });
  return rows.map(({ key, body }) => ({ key, body: localizedRichTextSchema.nullable().parse(body) }));
}

interface StepInput {
  version: number;
  data?: Prisma.ReportUpdateManyMutationInput;
  reason?: Record<string, string>;
}

/** One step of the report's life: moves the report, freezes it as it now stands, and has its files made, in the transaction under way. */
async function take(step: ReportStep, actor: Actor, report: ReportRow, { version, data = {}, reason }: StepInput, now: Date): Promise<FrozenReport> {
  const { to: status, stage } = reportAfter(step, report.status as ReportStatus);
  const moved = await moveReport(report, version, { ...data, status, savedAt: now });
  const number = 1 + (await db().reportVersion.count({ where: { reportId: report.id } }));
  const composed = await composeSnapshot(report.id, { version: number, stage, reason: reason ?? null, publishedAt: now });
  const snapshot = canonicalJson(composed);
  const sha256 = createHash("sha256").update(snapshot, "utf8").digest("hex");
  const frozen = await db().reportVersion.create({
    select: { id: true },
    data: { reportId: report.id, number, stage, title: compact(composed.report.title) ?? {}, snapshot, sha256, reason: jsonOrNull(reason ?? null), publishedAt: now, accountId: actor.accountId, actorName: actor.name },
  });
  await freezeDocuments(composed, now);
  const action = { consult: "report.published_for_consultation", finalise: "report.finalised", record: "report.recorded", correct: "report.corrected" }[step];
  const after = { status, version: number, sha256, ...(reason ? { reason } : {}) };
  await recordAudit(actor, { action, entity: "report", entityId: report.id, planId: report.planId, before: { status: report.status }, after }, now);
  await orderReportFiles(frozen.id);
  return { ...moved, slug: report.slug, number, sha256 };
}

/** An event's documents can be taken out of it, but not from under a report that names them; what proves anything else stays anyway. */
async function freezeDocuments({ events }: Snapshot, now: Date): Promise<void> {
  const named = events.flatMap(({ evidence }) => evidence.map(({ id }) => id));
  await db().evidence.updateMany({ where: { id: { in: named }, frozenAt: null }, data: { frozenAt: now } });
}
