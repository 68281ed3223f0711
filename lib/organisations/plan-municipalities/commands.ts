import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { municipalityOfBody, municipalityOfPlace } from "#lib/record/lists/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { placePlanSchema, type PlacePlanInput } from "./schema.ts";

/**
 * Says of which municipality a plan is, whatever its status: that is where it is looked for, not what it promises (decision 27).
 * Throws NOT_FOUND, INVALID_INPUT (municipalitySlug), CONFLICT.
 */
export async function placePlan(actor: Actor, raw: PlacePlanInput, now: Date): Promise<{ municipalitySlug: string | null }> {
  const { planId, municipalitySlug } = placePlanSchema.parse(raw);
  const plan = await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true, municipalitySlug: true } });
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  if (municipalitySlug && (await db().municipality.count({ where: { slug: municipalitySlug } })) === 0) throw new DomainError("INVALID_INPUT", { municipalitySlug: "unknownChoice" });
  if (municipalitySlug !== plan.municipalitySlug) await writePlace(actor, { planId, before: plan.municipalitySlug, after: municipalitySlug }, now);
  return { municipalitySlug };
}

/** The plan's version stays: who edits its text at the same time is not in the way. */
async function writePlace(actor: Actor, { planId, before, after }: { planId: string; before: string | null; after: string | null }, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.plan.updateMany({ where: { id: planId, municipalitySlug: before }, data: { municipalitySlug: after } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "plan.placed", entity: "plan", entityId: planId, planId, before: { municipalitySlug: before }, after: { municipalitySlug: after } }, now);
  });
}

/**
 * Once in an installation's life: plans and municipal bodies that were there before municipalities could be chosen get the one that their locality or name
 * names, where it names exactly one. What somebody decides afterwards stays.
 */
export async function proposeMunicipalities(now: Date): Promise<void> {
  const start = systemActor("start");
  const done = { entity: "list", entityId: "municipalities" } as const;
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('proposeMunicipalities', 0))`;
    if ((await tx.auditEvent.count({ where: done })) > 0) return;
    const list = await listMunicipalityNames();
    const plans = await tx.plan.findMany({ where: { municipalitySlug: null }, select: { id: true, locality: true } });
    const bodies = await tx.organisation.findMany({ where: { municipalitySlug: null, kindCode: "municipal_body" }, select: { id: true, name: true, kindCode: true } });
    const counts = { plans: 0, organisations: 0 };
    for (const { id: planId, locality } of plans) {
      const after = municipalityOfPlace(locality as Localized | null, list);
      if (after) await writePlace(start, { planId, before: null, after }, now);
      counts.plans += after ? 1 : 0;
    }
    for (const { id, name, kindCode } of bodies) {
      const municipalitySlug = municipalityOfBody({ name: name as Localized, kindCode }, list);
      if (!municipalitySlug) continue;
      await tx.organisation.updateMany({ where: { id, municipalitySlug: null }, data: { municipalitySlug, version: { increment: 1 } } });
      await recordAudit(start, { action: "organisation.placed", entity: "organisation", entityId: id, before: { municipalitySlug: null }, after: { municipalitySlug } }, now);
      counts.organisations += 1;
    }
    await recordAudit(start, { action: "list.placed", ...done, after: counts }, now);
  });
}
