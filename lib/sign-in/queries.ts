import type { LinkPurpose } from "#lib/accounts/schema.ts";
import { linkTokenSchema } from "#lib/accounts/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { linkFault } from "#lib/sign-in/rules.ts";

/** A link as it was found: what it is for and whose it is, or why it does not work. */
export type FoundLink =
  | { fault: "LINK_INVALID" | "LINK_USED" | "LINK_EXPIRED" }
  | { fault: null; id: string; purpose: LinkPurpose; account: { id: string; name: string; email: string } | null };

/** Looks a link up by its token; changes nothing, so mail scanners may open it. */
export async function findLink(token: string, now: Date): Promise<FoundLink> {
  if (!linkTokenSchema.safeParse(token).success) return { fault: "LINK_INVALID" };
  const link = await db().accountLink.findUnique({ where: { tokenHash: hashToken(token) } });
  const fault = linkFault(link, now);
  if (fault || !link) return { fault: fault ?? "LINK_INVALID" };
  if (link.purpose === "first_administrator") return { fault: null, id: link.id, purpose: "first_administrator", account: null };
  const account = link.accountId ? await db().account.findUnique({ where: { id: link.accountId, disabledAt: null }, select: { id: true, name: true, email: true } }) : null;
  return account ? { fault: null, id: link.id, purpose: "password", account } : { fault: "LINK_INVALID" };
}

/** True while nobody administers: the only time at which a link may create the first administrator. */
export async function lacksAdministrator(): Promise<boolean> {
  return (await db().membership.count({ where: { role: "administrator", account: { disabledAt: null } } })) === 0;
}
