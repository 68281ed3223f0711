import { linkFault, type LinkFault } from "#lib/accounts/links/rules.ts";
import { linkPurposes, linkTokenSchema, type LinkPurpose } from "#lib/accounts/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { hashToken } from "#lib/platform/tokens.ts";

/** Whose password a link lets choose. */
export interface LinkOwner {
  id: string;
  name: string;
  email: string;
  locale: string;
}

/** A link as it was found: what it is for and whose it is, or why it does not work. */
export type FoundLink =
  | { fault: LinkFault; purpose: LinkPurpose | null }
  | { fault: null; id: string; purpose: "first_administrator"; account: null }
  | { fault: null; id: string; purpose: Exclude<LinkPurpose, "first_administrator">; account: LinkOwner };

/** Looks a link up by its token; changes nothing, so mail scanners may open it. */
export async function findLink(token: string, now: Date): Promise<FoundLink> {
  if (!linkTokenSchema.safeParse(token).success) return { fault: "LINK_INVALID", purpose: null };
  const link = await db().accountLink.findUnique({ where: { tokenHash: hashToken(token) } });
  const purpose = linkPurposes.find((known) => known === link?.purpose) ?? null;
  const fault = linkFault(link, now);
  if (fault || !link || !purpose) return { fault: fault ?? "LINK_INVALID", purpose };
  if (purpose === "first_administrator") return { fault: null, id: link.id, purpose, account: null };
  const select = { id: true, name: true, email: true, locale: true } as const;
  const account = link.accountId ? await db().account.findUnique({ where: { id: link.accountId, disabledAt: null }, select }) : null;
  return account ? { fault: null, id: link.id, purpose, account } : { fault: "LINK_INVALID", purpose };
}
