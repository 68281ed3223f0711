import { mailAccount } from "#lib/accounts/mails/commands.ts";
import { claimLink, endLinks, makeLink, openLink } from "#lib/accounts/links/commands.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { changePasswordSchema, choosePasswordSchema, isTrivialPassword, resetRequestSchema, type ChangePassword, type ChoosePassword, type LinkPurpose, type ResetRequest } from "#lib/accounts/schema.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { localeSchema } from "#lib/record/localized/schema.ts";
import { resetJob } from "#lib/accounts/passwords/schema.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { consume } from "#lib/platform/limits.ts";
import { hasMailServer } from "#lib/platform/mail.ts";
import { hashPassword, verifyPassword } from "#lib/platform/passwords.ts";

/**
 * A new link to choose a password, seven days, once; earlier ones stop working. It is mailed; without a mail server it
 * is given back, for the administrator to pass on.
 */
export async function createPasswordLink(actor: Actor, input: { accountId: string }, now: Date): Promise<{ url: string | null; mailed: boolean }> {
  const account = canManageAccounts(actor) ? await db().account.findUnique({ where: { id: input.accountId } }) : null;
  if (!account) throw new DomainError("NOT_FOUND");
  if (account.disabledAt) throw new DomainError("FORBIDDEN");
  return inTransaction(async (tx) => {
    const locale = localeSchema.catch("ka").parse(account.locale);
    const url = await makeLink(tx, { purpose: "password", accountId: account.id, locale }, now);
    await mailAccount(account, "password_link", { url, sender: actor.name }, now);
    await recordAudit(actor, { action: "account.link_created", entity: "account", entityId: account.id, after: { name: account.name } }, now);
    return { url: hasMailServer() ? null : url, mailed: hasMailServer() };
  });
}

/**
 * Takes the word of somebody who forgot their password. Does the same for every address, known or not, in the same time:
 * whether there is an account is looked up by a job afterwards. Throws TOO_MANY_ATTEMPTS, for unknown addresses as well.
 */
export async function requestPasswordReset(visitor: { address: string }, input: ResetRequest): Promise<void> {
  const request = resetRequestSchema.parse(input);
  await consume("reset-address", visitor.address, 20, 3_600);
  await consume("reset-email", request.email, 3, 3_600);
  await enqueue(resetJob, request);
}

/**
 * Mails a link to the owner of the address, one hour, once, when they have an open account with a password (who has
 * none was invited, and the invitation is the way in). Otherwise does nothing.
 */
export async function sendResetLink({ email }: { email: string }, now: Date): Promise<void> {
  const account = await db().account.findUnique({ where: { email, disabledAt: null, passwordHash: { not: null } } });
  if (!account) return;
  await inTransaction(async (tx) => {
    const locale = localeSchema.catch("ka").parse(account.locale);
    const url = await makeLink(tx, { purpose: "reset", accountId: account.id, locale }, now);
    await mailAccount(account, "reset", { url }, now);
    await recordAudit(systemActor("reset"), { action: "account.reset_sent", entity: "account", entityId: account.id, after: { name: account.name } }, now);
  });
}

const chosen: Record<Exclude<LinkPurpose, "first_administrator">, string> = {
  invitation: "account.invitation_accepted",
  password: "account.password_chosen",
  reset: "account.password_reset",
};

/** Sets the password of the account that the link belongs to, ends its sessions and its other links, and tells its owner. */
export async function choosePassword(token: string, input: ChoosePassword, now: Date): Promise<{ email: string }> {
  const { password } = choosePasswordSchema.parse(input);
  const { id, purpose, account } = await openLink(token, now);
  if (!account) throw new DomainError("LINK_INVALID");
  refuseTrivial(password, account.email);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await claimLink(tx, id, now);
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, disabledAt: null }, data });
    if (count === 0) throw new DomainError("LINK_INVALID");
    await endLinks(tx, { accountId: account.id }, now);
    await recordAudit(ownerOf(account), { action: chosen[purpose], entity: "account", entityId: account.id }, now);
    if (purpose !== "invitation") await mailAccount(account, "password_changed", {}, now);
    return { email: account.email };
  });
}

/** Changes one's own password, knowing the present one. Every session ends; the caller keeps its own by the version given back. */
export async function changeOwnPassword(actor: Actor, input: ChangePassword, now: Date): Promise<{ sessionVersion: number }> {
  const { current, password } = changePasswordSchema.parse(input);
  const account = actor.accountId ? await db().account.findUnique({ where: { id: actor.accountId, disabledAt: null } }) : null;
  if (!account) throw new DomainError("UNAUTHENTICATED");
  await consume("change-password", account.id, 8, 900);
  if (!(await verifyPassword(account.passwordHash, current))) throw new DomainError("INVALID_INPUT", { current: "passwordWrong" });
  refuseTrivial(password, account.email);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const sessionVersion = account.sessionVersion + 1;
    const { count } = await tx.account.updateMany({ where: { id: account.id, sessionVersion: account.sessionVersion }, data: { passwordHash, sessionVersion } });
    if (count === 0) throw new DomainError("CONFLICT");
    await endLinks(tx, { accountId: account.id }, now);
    await recordAudit(actor, { action: "account.password_changed", entity: "account", entityId: account.id }, now);
    await mailAccount(account, "password_changed", {}, now);
    return { sessionVersion };
  });
}

function refuseTrivial(password: string, email: string): void {
  if (isTrivialPassword(password, email)) throw new DomainError("INVALID_INPUT", { password: "passwordTrivial" });
}

function ownerOf(account: { id: string; name: string }): Actor {
  return { accountId: account.id, name: account.name, memberships: [], system: false };
}
