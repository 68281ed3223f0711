import { mailAccount } from "#lib/accounts/mails/commands.ts";
import { endLinks, makeLink } from "#lib/accounts/links/commands.ts";
import { grantMemberships, insertAccount } from "#lib/accounts/commands.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { newAccountSchema, type NewAccount } from "#lib/accounts/schema.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { canInvite, canManageInvitation } from "#lib/accounts/invitations/policy.ts";
import { listStaffedOrganisations } from "#lib/accounts/invitations/queries.ts";
import { localeSchema, localize, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, type Db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import { hasMailServer } from "#lib/platform/mail.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

/** How a link reaches the person. */
export interface Sent {
  /** The link, for an administrator of an installation without a mail server to pass on; null otherwise. */
  url: string | null;
  /** False where there is no mail server. */
  mailed: boolean;
}

/** What became of an invitation. */
export interface Invited extends Sent {
  id: string;
  /** The person had an account already: they were given the roles and told so by mail. */
  known: boolean;
}

/**
 * Adds a person with roles and mails them a link to choose a password, seven days, once. Somebody who has an account is
 * given the roles by a Secretariat; an administrator is told that there is one (ALREADY_EXISTS). Throws FORBIDDEN for
 * roles that are not the actor's to give and for oneself, NOT_FOUND to who invites nobody, TOO_MANY_ATTEMPTS.
 */
export async function invite(actor: Actor, input: NewAccount, now: Date): Promise<Invited> {
  const { memberships, ...fields } = newAccountSchema.parse(input);
  const led = await listStaffedOrganisations(actor);
  if (!canManageAccounts(actor) && led.length === 0) throw new DomainError("NOT_FOUND");
  if (!canInvite(actor, memberships, led)) throw new DomainError("FORBIDDEN");
  const known = canManageAccounts(actor) ? null : await db().account.findUnique({ where: { email: fields.email } });
  if (known && known.id === actor.accountId) throw new DomainError("FORBIDDEN", { email: "emailOwn" });
  if (known?.disabledAt) throw new DomainError("FORBIDDEN", { email: "emailClosed" });
  return inTransaction(async (tx) => {
    const account = known ?? (await insertAccount(tx, actor, fields, now));
    await grantMemberships(tx, actor, account, memberships, now);
    if (known?.passwordHash) {
      await mailAccount(known, "role_given", { sender: actor.name, roles: await rolesInWords(tx, known, memberships), url: publicUrl(`/${known.locale}/workspace`) }, now);
      return { id: known.id, url: null, mailed: hasMailServer(), known: true };
    }
    const url = await sendInvitation(tx, actor, account.id, now);
    return { id: account.id, ...delivery(actor, url), known: false };
  });
}

/** Sends the invitation again with a new link; the earlier one stops working. CONFLICT when it was accepted meanwhile. */
export async function resendInvitation(actor: Actor, input: { accountId: string }, now: Date): Promise<Sent> {
  const account = await invitedAccount(actor, input.accountId);
  return inTransaction(async (tx) => delivery(actor, await sendInvitation(tx, actor, account.id, now)));
}

/** Ends the link of an invitation before its time. The account stays, and nobody can enter it. CONFLICT without a link that works. */
export async function withdrawInvitation(actor: Actor, input: { accountId: string }, now: Date): Promise<void> {
  const account = await invitedAccount(actor, input.accountId);
  await inTransaction(async (tx) => {
    if (!(await endLinks(tx, { accountId: account.id, purpose: "invitation" }, now))) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "account.invitation_withdrawn", entity: "account", entityId: account.id, after: { name: account.name } }, now);
  });
}

/** An account whose invitation is the actor's business; NOT_FOUND otherwise. */
async function invitedAccount(actor: Actor, accountId: string) {
  const account = await db().account.findUnique({ where: { id: accountId }, include: { memberships: true } });
  if (!account || !canManageInvitation(actor, account, await listStaffedOrganisations(actor))) throw new DomainError("NOT_FOUND");
  if (account.disabledAt) throw new DomainError("FORBIDDEN");
  if (account.passwordHash !== null) throw new DomainError("CONFLICT");
  return account;
}

/** Makes and mails a link for all the roles that the person has by now; returns its address. */
async function sendInvitation(tx: Db, actor: Actor, accountId: string, now: Date): Promise<string> {
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, include: { memberships: { orderBy: { createdAt: "asc" } } } });
  await consume("invitation", actor.accountId ?? actor.name, 100, 3_600);
  await consume("invitation-recipient", account.email, 10, 86_400);
  const url = await makeLink(tx, { purpose: "invitation", accountId, locale: localeSchema.catch("ka").parse(account.locale) }, now);
  const roles = await rolesInWords(tx, account, account.memberships);
  await mailAccount(account, "invitation", { sender: actor.name, roles, url }, now);
  await recordAudit(actor, { action: "account.invited", entity: "account", entityId: accountId, after: { name: account.name } }, now);
  return url;
}

/** A link is shown only where it cannot be mailed, and only to administrators. */
function delivery(actor: Actor, url: string): Sent {
  const mailed = hasMailServer();
  return { url: canManageAccounts(actor) && !mailed ? url : null, mailed };
}

/** One line a role, in the person's language: "• Coordinator, City Hall of Zugdidi". */
async function rolesInWords(tx: Db, { locale }: { locale: string }, memberships: readonly { role: string; organisationId: string | null }[]): Promise<string> {
  const language = localeSchema.catch("ka").parse(locale);
  const say = await translatorFor(language);
  const ids = memberships.flatMap(({ organisationId }) => organisationId ?? []);
  const rows = await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(rows.map(({ id, name }) => [id, localize(name as Localized, language)?.text]));
  const lines = memberships.map(({ role, organisationId }) => `• ${[say(`status.role.${role}`), names.get(organisationId ?? "")].filter(Boolean).join(", ")}`);
  return lines.join("\n") || `• ${say("account-mail.noRole")}`;
}
