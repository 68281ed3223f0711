import { db } from "#lib/platform/db/client.ts";

/** True while nobody administers: the only time at which a link may create the first administrator. */
export async function lacksAdministrator(): Promise<boolean> {
  return (await db().membership.count({ where: { role: "administrator", account: { disabledAt: null } } })) === 0;
}
