import type { Actor } from "#lib/actors/schema.ts";
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

/** Writes the trace of a change; call it inside the transaction that makes the change. */
export async function recordAudit(actor: Actor, change: Change, now: Date): Promise<void> {
  await db().auditEvent.create({
    data: {
      at: now,
      accountId: actor.accountId,
      actorName: actor.name,
      action: change.action,
      entity: change.entity,
      entityId: change.entityId,
      planId: change.planId ?? null,
      ...(change.before ? { before: change.before } : {}),
      ...(change.after ? { after: change.after } : {}),
    },
  });
}
