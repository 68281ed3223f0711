import type { Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";

/** How many of one's own recovery codes were not used. */
export async function countRecoveryCodes(actor: Actor): Promise<number> {
  return actor.accountId ? db().recoveryCode.count({ where: { accountId: actor.accountId, usedAt: null } }) : 0;
}
