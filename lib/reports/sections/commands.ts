import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact, locales, type Localized } from "#lib/record/localized/schema.ts";
import { asJson, db, inTransaction, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { compactRichText, plainTextOf } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { canComposeReport } from "./policy.ts";
import { added, changedPassage, commitmentOf, isOwnSection, moved, orderedSections } from "./rules.ts";
import { mostOwnSections, sectionOrderSchema, type AddSectionInput, type MoveSectionInput, type RemoveSectionInput, type SavedOrder, type SavedSection, type SaveSectionInput } from "./schema.ts";

/**
 * Saves what is written in a section; what is blank in every language is no text. What was frozen keeps its own. Throws
 * NOT_FOUND for a report of others, a commitment that the plan does not have or a section that was never added, CONFLICT when
 * somebody saved or removed it meanwhile, INVALID_INPUT for an own section without a heading.
 */
export async function saveSection(actor: Actor, input: SaveSectionInput, now: Date): Promise<SavedSection> {
  return inTransaction(async (tx) => {
    const report = await hold(actor, input.reportId, now);
    const row = await tx.reportSection.findUnique({ where: { reportId_key: place(input) } });
    await requirePlace(input, report, row);
    if ((row?.version ?? null) !== input.version) throw new DomainError("CONFLICT");
    const own = isOwnSection(input.key);
    const heading = own ? compact(input.heading) : null;
    if (own && !heading) throw new DomainError("INVALID_INPUT", { heading: "requiredInOneLanguage" });
    const body = compactRichText(input.body);
    const version = (row?.version ?? 0) + 1;
    const data = { heading: jsonOrNull(heading), body: jsonOrNull(body && (asJson(body) as Prisma.InputJsonObject)), savedAt: now, accountId: actor.accountId, actorName: actor.name, version };
    await tx.reportSection.upsert({ where: { reportId_key: place(input) }, create: { ...place(input), ...data }, update: data });
    await trace(actor, report, "section_saved", traceOf(input.key, { heading: row?.heading, body: row?.body }, { heading, body }), now);
    return { version, reportVersion: report.version, savedAt: now };
  });
}

const place = ({ reportId, key }: { reportId: string; key: string }) => ({ reportId, key });

/**
 * The report, held until the transaction ends: changes of its sections come one after another, and a step that publishes it comes
 * before or after each. Its version moves on, so that nobody publishes what they have not seen.
 */
async function hold(actor: Actor, id: string, now: Date) {
  const found = await db().report.findUnique({ where: { id }, select: { plan: { select: { secretariatId: true } } } });
  if (!found || !canComposeReport(actor, found.plan)) throw new DomainError("NOT_FOUND");
  const report = await db().report.update({ where: { id }, data: { version: { increment: 1 }, savedAt: now }, select: { id: true, planId: true, version: true, sectionOrder: true } });
  return { ...report, order: sectionOrderSchema.catch([]).parse(report.sectionOrder) };
}
type HeldReport = Awaited<ReturnType<typeof hold>>;

/** A narrative belongs to a commitment of the plan, a section of the Secretariat's own is added before it is written. */
async function requirePlace({ key, version }: SaveSectionInput, report: HeldReport, row: object | null): Promise<void> {
  const commitmentId = commitmentOf(key);
  if (commitmentId && !row && !(await db().commitment.findFirst({ where: { id: commitmentId, planId: report.planId }, select: { id: true } }))) throw new DomainError("NOT_FOUND");
  if (isOwnSection(key) && !row && version === null) throw new DomainError("NOT_FOUND");
}

type Texts = { heading: unknown; body: unknown };

/** What changed, as it reads: a text that is saved while it is typed leaves the passage in which it changed, not all of it each time. */
function traceOf(key: string, before: Texts, after: Texts): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } {
  const read = ({ body }: Texts, locale: (typeof locales)[number]) => {
    const text = (body as LocalizedRichText | null | undefined)?.[locale];
    return text ? plainTextOf(text) : "";
  };
  const passages = locales.flatMap((locale) => {
    const passage = changedPassage(read(before, locale), read(after, locale));
    return passage ? [[locale, passage] as const] : [];
  });
  const headings = JSON.stringify(before.heading ?? null) !== JSON.stringify(after.heading ?? null);
  const side = (texts: Texts, which: "before" | "after") =>
    ({ section: key, ...(headings ? { heading: texts.heading ?? null } : {}), ...Object.fromEntries(passages.map(([locale, passage]) => [locale, passage[which]])) }) as Prisma.InputJsonObject;
  return { before: side(before, "before"), after: side(after, "after") };
}

async function trace(actor: Actor, report: HeldReport, what: string, sides: { before?: Prisma.InputJsonObject; after?: Prisma.InputJsonObject }, now: Date): Promise<void> {
  await recordAudit(actor, { action: `report.${what}`, entity: "report", entityId: report.id, planId: report.planId, ...sides }, now);
}

async function standing(report: HeldReport): Promise<string[]> {
  const rows = await db().reportSection.findMany({ where: { reportId: report.id }, select: { key: true }, orderBy: [{ savedAt: "asc" }, { key: "asc" }] });
  return orderedSections(report.order, rows).map(({ key }) => key);
}

async function reorder(report: HeldReport, order: string[]): Promise<SavedOrder> {
  await db().report.update({ where: { id: report.id }, data: { sectionOrder: order } });
  return { order, reportVersion: report.version };
}

/** Puts a section at another place. Throws NOT_FOUND for one that does not stand in the order, CONFLICT when that is not the one seen. */
export async function moveSection(actor: Actor, input: MoveSectionInput, now: Date): Promise<SavedOrder> {
  return inTransaction(async () => {
    const report = await hold(actor, input.reportId, now);
    const before = await standing(report);
    if (!before.includes(input.key)) throw new DomainError("NOT_FOUND");
    if (before.join() !== input.seen.join()) throw new DomainError("CONFLICT");
    const after = moved(before, input.key, input.to);
    await trace(actor, report, "section_moved", { before: { section: input.key, order: before }, after: { section: input.key, order: after } }, now);
    return reorder(report, after);
  });
}

/** Adds a section of the Secretariat's own, last but for the annexes; the same one again changes nothing. Throws INVALID_INPUT when there are too many. */
export async function addSection(actor: Actor, { reportId, key, heading }: AddSectionInput, now: Date): Promise<SavedOrder> {
  return inTransaction(async (tx) => {
    const report = await hold(actor, reportId, now);
    const order = await standing(report);
    if (order.includes(key)) return { order, reportVersion: report.version };
    if (order.filter(isOwnSection).length >= mostOwnSections) throw new DomainError("INVALID_INPUT", { heading: "tooManySections" });
    const said = compact(heading) ?? {};
    await tx.reportSection.create({ data: { reportId, key, heading: said, savedAt: now, accountId: actor.accountId, actorName: actor.name } });
    await trace(actor, report, "section_added", { after: { section: key, heading: said } }, now);
    return reorder(report, added(order, key));
  });
}

/**
 * Removes a section of the Secretariat's own; versions that were frozen with it keep it. Throws SECTION_HAS_COMMENTS when the public
 * has commented on it: each comment is to be answered, and read, beside what it is about. CONFLICT when somebody saved it meanwhile.
 */
export async function removeSection(actor: Actor, { reportId, key, version }: RemoveSectionInput, now: Date): Promise<SavedOrder> {
  return inTransaction(async (tx) => {
    const report = await hold(actor, reportId, now);
    const row = await tx.reportSection.findUnique({ where: { reportId_key: { reportId, key } } });
    if (!row) throw new DomainError("NOT_FOUND");
    if (row.version !== version) throw new DomainError("CONFLICT");
    const comments = await tx.comment.count({ where: { reportId, sectionKey: key, status: { in: ["pending", "published", "hidden"] } } });
    if (comments > 0) throw new DomainError("SECTION_HAS_COMMENTS");
    const order = (await standing(report)).filter((other) => other !== key);
    await tx.reportSection.delete({ where: { reportId_key: { reportId, key } } });
    const gone = row.body as LocalizedRichText | null;
    const texts = Object.fromEntries(locales.flatMap((locale) => (gone?.[locale] ? [[locale, plainTextOf(gone[locale])]] : [])));
    await trace(actor, report, "section_removed", { before: { section: key, heading: row.heading as Localized, ...texts } }, now);
    return reorder(report, order);
  });
}
