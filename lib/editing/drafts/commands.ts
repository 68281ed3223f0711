import type { Actor } from "#lib/record/actors/schema.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { listColleaguesAtWork, type ColleagueAtWork } from "./queries.ts";
import { saveEditingDraftSchema, type EditingDraftKey, type SaveEditingDraftInput } from "./schema.ts";

/** Forms that one person may have begun and not sent; far more than anybody has open. */
const mostUnfinished = 300;

/**
 * Keeps a form as it stands; it says nothing of the plan, so that the audit trail has no row of it. Tells who else is at
 * work on the same thing. Throws NOT_FOUND outside the actor's Secretariat, FORBIDDEN without an account, TOO_MANY_ATTEMPTS, ZodError.
 */
export async function saveEditingDraft(actor: Actor, input: SaveEditingDraftInput, now: Date): Promise<{ savedAt: Date; others: ColleagueAtWork[] }> {
  const { planId, entity, entityId, values, base, place, version } = saveEditingDraftSchema.parse(input);
  if (!actor.accountId) throw new DomainError("FORBIDDEN");
  const plan = await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true } });
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  const key = { accountId: actor.accountId, entity, entityId };
  const unfinished = await db().editingDraft.count({ where: { accountId: actor.accountId, NOT: { entity, entityId } } });
  if (unfinished >= mostUnfinished) throw new DomainError("TOO_MANY_ATTEMPTS");
  const kept = { fields: { values, base, place }, version, savedAt: now };
  await db().editingDraft.upsert({ where: { accountId_entity_entityId: key }, create: { ...key, planId, ...kept }, update: kept });
  return { savedAt: now, others: await listColleaguesAtWork(actor, planId, { entity, entityId }) };
}

/** Throws a person's own unfinished form away; there may be none. */
export async function discardEditingDraft(actor: Actor, { entity, entityId }: EditingDraftKey): Promise<void> {
  if (!actor.accountId) throw new DomainError("FORBIDDEN");
  await db().editingDraft.deleteMany({ where: { accountId: actor.accountId, entity, entityId } });
}
