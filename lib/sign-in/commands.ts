import type { Actor } from "#lib/actors/schema.ts";
import { systemActor } from "#lib/actors/schema.ts";
import { addMembership, createAccount } from "#lib/accounts/commands.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { changePasswordSchema, choosePasswordSchema, firstAdministratorSchema, isTrivialPassword, type ChangePassword, type ChoosePassword, type FirstAdministrator, type LinkPurpose, type NewAccount, type SignIn } from "#lib/accounts/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { queueMail } from "#lib/mail/commands.ts";
import { localeSchema } from "#lib/localized/schema.ts";
import { db, inTransaction, type Db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { log } from "#lib/platform/log.ts";
import { consume, giveBack } from "#lib/platform/limits.ts";
import { hashPassword, verifyPassword } from "#lib/platform/passwords.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";
import { findLink, lacksAdministrator } from "#lib/sign-in/queries.ts";
import { linkExpiry, linkFault, signInLimits } from "#lib/sign-in/rules.ts";

/** Who signed in, for the session. */
export interface SignedIn {
  accountId: string;
  sessionVersion: number;
}

/**
 * Checks an e-mail and a password typed at `address`. One refusal, UNAUTHENTICATED, for a wrong e-mail, a wrong password
 * and a closed account alike; TOO_MANY_ATTEMPTS before any of them is looked at.
 */
export async function verifySignIn(input: SignIn & { address: string }, now: Date): Promise<SignedIn> {
  const limits = signInLimits(input.email, input.address);
  for (const { kind, key, points, perSeconds } of limits) await consume(kind, key, points, perSeconds);
  const account = await db().account.findUnique({ where: { email: input.email } });
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account || account.disabledAt || !matches) {
    if (account) noteRefusal(account, now);
    throw new DomainError("UNAUTHENTICATED");
  }
  for (const { kind, key, points, perSeconds } of limits) await giveBack(kind, key, points, perSeconds);
  await recordAudit(asActor(account), { action: "account.signed_in", entity: "account", entityId: account.id }, now);
  return { accountId: account.id, sessionVersion: account.sessionVersion };
}

/** Written while the answer is already on its way: waiting for it would tell by the time that there is such an account. */
function noteRefusal({ id, name }: { id: string; name: string }, now: Date): void {
  const refusal = { action: "account.sign_in_refused", entity: "account", entityId: id, after: { name } };
  recordAudit(systemActor("sign-in"), refusal, now).catch((error: unknown) => log.error({ err: error }, "a refused sign-in left no trace"));
}

function asActor(account: { id: string; name: string }): Actor {
  return { accountId: account.id, name: account.name, memberships: [], system: false };
}

/** Creates an account and mails its owner a link to choose a password, which is also given back, once. */
export async function inviteAccount(actor: Actor, input: NewAccount, now: Date): Promise<{ id: string; url: string }> {
  return inTransaction(async () => {
    const { id } = await createAccount(actor, input, now);
    return { id, ...(await createPasswordLink(actor, { accountId: id }, now)) };
  });
}

/** A new link to choose a password, seven days, once; earlier ones stop working. Mailed, and given back for the administrator. */
export async function createPasswordLink(actor: Actor, input: { accountId: string }, now: Date): Promise<{ url: string }> {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
  const account = await db().account.findUnique({ where: { id: input.accountId } });
  if (!account) throw new DomainError("NOT_FOUND");
  if (account.disabledAt) throw new DomainError("FORBIDDEN");
  return inTransaction(async (tx) => {
    const locale = localeSchema.catch("ka").parse(account.locale);
    const url = setupAddress(locale, await insertLink(tx, "password", account.id, now));
    const say = await translatorFor(locale);
    const subject = say("accounts.mail.subject");
    await queueMail({ kind: "account.link", locale, recipient: account.email, subject, body: say("accounts.mail.body", { name: account.name, url }) }, now);
    await recordAudit(actor, { action: "account.link_created", entity: "account", entityId: account.id, after: { name: account.name } }, now);
    return { url };
  });
}

/** The link that creates the first administrator, 24 hours, once; null when somebody administers already. For the start of the server. */
export async function createSetupLink(actor: Actor, now: Date): Promise<{ url: string } | null> {
  if (!actor.system) throw new DomainError("FORBIDDEN");
  if (!(await lacksAdministrator())) return null;
  return inTransaction(async (tx) => ({ url: setupAddress("ka", await insertLink(tx, "first_administrator", null, now)) }));
}

/** Stores a new link and ends the earlier ones of its kind; returns its token, which is nowhere else. */
async function insertLink(tx: Db, purpose: LinkPurpose, accountId: string | null, now: Date): Promise<string> {
  const token = newToken();
  await tx.accountLink.updateMany({ where: { purpose, accountId, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } });
  await tx.accountLink.create({ data: { purpose, accountId, tokenHash: hashToken(token), expiresAt: linkExpiry(purpose, now), createdAt: now } });
  return token;
}

function setupAddress(locale: string, token: string): string {
  return publicUrl(`/${locale}/setup?link=${token}`);
}

/** Creates the first administrator by the link of {@link createSetupLink}. Of two at once one wins, the other gets LINK_USED. */
export async function createFirstAdministrator(token: string, input: FirstAdministrator, now: Date): Promise<{ id: string }> {
  const { email, name, password } = firstAdministratorSchema.parse(input);
  const link = await openLink(token, "first_administrator", now);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await claimLink(tx, link.id, now);
    if (!(await lacksAdministrator())) throw new DomainError("LINK_USED");
    const system = systemActor("setup");
    const { id } = await createAccount(system, { email, name }, now);
    await addMembership(system, { accountId: id, role: "administrator", organisationId: null }, now);
    await tx.account.update({ where: { id }, data: { passwordHash } });
    return { id };
  });
}

/** Sets the password of the account that the link belongs to and ends its other sessions. */
export async function choosePassword(token: string, input: ChoosePassword, now: Date): Promise<{ email: string }> {
  const { password } = choosePasswordSchema.parse(input);
  const { id, account } = await openLink(token, "password", now);
  if (!account) throw new DomainError("LINK_INVALID");
  refuseTrivial(password, account.email);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await claimLink(tx, id, now);
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, disabledAt: null }, data });
    if (count === 0) throw new DomainError("LINK_INVALID");
    await recordAudit(asActor(account), { action: "account.password_chosen", entity: "account", entityId: account.id }, now);
    return { email: account.email };
  });
}

/** Changes one's own password, knowing the present one; every session of the account ends, this one too. */
export async function changeOwnPassword(actor: Actor, input: ChangePassword, now: Date): Promise<void> {
  const { current, password } = changePasswordSchema.parse(input);
  const account = actor.accountId ? await db().account.findUnique({ where: { id: actor.accountId, disabledAt: null } }) : null;
  if (!account) throw new DomainError("UNAUTHENTICATED");
  await consume("change-password", account.id, 8, 900);
  if (!(await verifyPassword(account.passwordHash, current))) throw new DomainError("INVALID_INPUT", { current: "passwordWrong" });
  refuseTrivial(password, account.email);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, sessionVersion: account.sessionVersion }, data });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "account.password_changed", entity: "account", entityId: account.id }, now);
  });
}

function refuseTrivial(password: string, email: string): void {
  if (isTrivialPassword(password, email)) throw new DomainError("INVALID_INPUT", { password: "passwordTrivial" });
}

async function openLink(token: string, purpose: LinkPurpose, now: Date) {
  const link = await findLink(token, now);
  if (link.fault) throw new DomainError(link.fault);
  if (link.purpose !== purpose) throw new DomainError("LINK_INVALID");
  return link;
}

/** Uses the link up; true for one caller only, whoever comes second is told why. */
async function claimLink(tx: Db, id: string, now: Date): Promise<void> {
  const { count } = await tx.accountLink.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (count === 0) throw new DomainError(linkFault(await tx.accountLink.findUnique({ where: { id } }), now) ?? "LINK_USED");
}
