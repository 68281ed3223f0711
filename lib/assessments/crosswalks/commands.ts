import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canEditCrosswalk } from "./policy.ts";
import { requireChange, requireNext, requireWhole } from "./rules.ts";
import { crosswalkEntriesSchema, type RecordCrosswalkInput } from "./schema.ts";

/**
 * Records how the Secretariat reads its scale from now on; earlier versions stay. What a published report froze does not
 * change. Throws NOT_FOUND for a scale of no plan of the actor's Secretariat, INVALID_INPUT when a grade is missing or nothing
 * would change, CONFLICT when a colleague recorded a version meanwhile.
 */
export async function recordCrosswalk(actor: Actor, input: RecordCrosswalkInput, now: Date): Promise<{ number: number }> {
  const { secretariatId, scaleCode, number, entries } = input;
  if (!canEditCrosswalk(actor, { secretariatId })) throw new DomainError("NOT_FOUND");
  return inTransaction(async (tx) => {
    const scale = await tx.fulfilmentScale.findFirst({ where: { code: scaleCode, plans: { some: { secretariatId } } }, select: { grades: { select: { code: true } } } });
    if (!scale) throw new DomainError("NOT_FOUND");
    const completions = await tx.irmGrade.findMany({ where: { axis: "completion" }, select: { code: true } });
    requireWhole(entries, scale.grades.map(({ code }) => code), completions.map(({ code }) => code));
    const newest = await tx.crosswalk.findFirst({ where: { secretariatId, scaleCode }, orderBy: { number: "desc" }, select: { number: true, entries: true } });
    requireNext(number, newest?.number ?? 0);
    const before = newest && crosswalkEntriesSchema.parse(newest.entries);
    requireChange(before, entries);
    const data = { secretariatId, scaleCode, number, entries, reason: compact(input.reason) ?? {}, recordedAt: now, accountId: actor.accountId, actorName: actor.name };
    const { id } = await db().crosswalk.create({ data, select: { id: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
    await recordAudit(actor, { action: "crosswalk.recorded", entity: "crosswalk", entityId: id, ...(before ? { before: { entries: before } } : {}), after: { number, entries, reason: data.reason } }, now);
    return { number };
  });
}
