import { findLink } from "#lib/accounts/links/queries.ts";
import { linkExpiry, linkFault } from "#lib/accounts/links/rules.ts";
import type { LinkPurpose } from "#lib/accounts/schema.ts";
import type { Db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";

/** Stores a new link and ends the earlier ones of its kind; returns its address, in which the token stands that is nowhere else. */
export async function makeLink(tx: Db, { purpose, accountId, locale }: { purpose: LinkPurpose; accountId: string | null; locale: string }, now: Date): Promise<string> {
  const token = newToken();
  await tx.accountLink.updateMany({ where: { purpose, accountId, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } });
  await tx.accountLink.create({ data: { purpose, accountId, tokenHash: hashToken(token), expiresAt: linkExpiry(purpose, now), createdAt: now } });
  return publicUrl(`/${locale}/setup?link=${token}`);
}

/** Ends what links of an account still work, all or those of one purpose. True when there was one. */
export async function endLinks(tx: Db, where: { accountId: string; purpose?: LinkPurpose }, now: Date): Promise<boolean> {
  const { count } = await tx.accountLink.updateMany({ where: { ...where, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } });
  return count > 0;
}

/** The link of a token when it works; throws why it does not. */
export async function openLink(token: string, now: Date) {
  const link = await findLink(token, now);
  if (link.fault) throw new DomainError(link.fault);
  return link;
}

/** Uses a link up. One caller succeeds; whoever comes second is told why by what is thrown. */
export async function claimLink(tx: Db, id: string, now: Date): Promise<void> {
  const { count } = await tx.accountLink.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (count === 0) throw new DomainError(linkFault(await tx.accountLink.findUnique({ where: { id } }), now) ?? "LINK_USED");
}
