import type { Actor } from "#lib/record/actors/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";

/** One change to record. `before`/`after` hold the changed fields only, never an e-mail address or a secret. */
export interface Change {
  /** Entity and past participle: "update.submitted". */
  action: string;
  entity: string;
  entityId: string;
  planId?: string | null;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Writes the trace of a change; call it inside the transaction that makes the change. Through a mailed link, it names the link. */
export async function recordAudit(actor: Actor, change: Change, now: Date): Promise<void> {
  await recordAudits(actor, [change], now);
}

/** Rows written by one statement. */
const batch = 1_000;

/** As {@link recordAudit}, for as many changes as there are. */
export async function recordAudits(actor: Actor, changes: readonly Change[], now: Date): Promise<void> {
  for (let from = 0; from < changes.length; from += batch) await db().auditEvent.createMany({ data: changes.slice(from, from + batch).map((change) => auditRow(actor, change, now)) });
}

function auditRow(actor: Actor, { action, entity, entityId, planId = null, before, after }: Change, at: Date) {
  const traced = actor.link ? { ...after, link: actor.link.id } : after;
  return { at, accountId: actor.accountId, actorName: actor.name, action, entity, entityId, planId, ...(before ? { before } : {}), ...(traced ? { after: traced } : {}) };
}
