import { claimLink, makeLink, openLink } from "#lib/accounts/links/commands.ts";
import { addMembership, createAccount } from "#lib/accounts/commands.ts";
import { firstAdministratorSchema, type FirstAdministrator, type SignIn } from "#lib/accounts/schema.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { consume, giveBack } from "#lib/platform/limits.ts";
import { log } from "#lib/platform/log.ts";
import { hashPassword, verifyPassword } from "#lib/platform/passwords.ts";
import { takeCode } from "#lib/accounts/second-factor/commands.ts";
import { lacksAdministrator } from "#lib/accounts/sign-in/queries.ts";
import { signInLimits } from "#lib/accounts/sign-in/rules.ts";

/** Who signed in, for the session. */
export interface SignedIn {
  accountId: string;
  sessionVersion: number;
}

/**
 * Checks an e-mail and a password typed at `address`. One refusal, UNAUTHENTICATED, for a wrong e-mail, a wrong password
 * and a closed account alike; TOO_MANY_ATTEMPTS before any of them is looked at. Where there is a second factor, who knows
 * the password is asked for a code (CODE_REQUIRED) or told that it is wrong (CODE_WRONG); nobody else learns of it.
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
  if (account.totpConfirmedAt) {
    if (!input.code) throw new DomainError("CODE_REQUIRED");
    await takeCode(account, input.code, now);
  }
  await recordAudit(asActor(account), { action: "account.signed_in", entity: "account", entityId: account.id }, now);
  return { accountId: account.id, sessionVersion: account.sessionVersion };
}

/** Written while the answer is already on its way: waiting for it would tell by the time that there is such an account. */
function noteRefusal({ id, name }: { id: string; name: string }, now: Date): void {
  const refusal = { action: "account.sign_in_refused", entity: "account", entityId: id, after: { name } };
  recordAudit(systemActor("sign-in"), refusal, now).catch((error: unknown) => log.error({ err: error }, "a refused sign-in left no trace"));
}

/**
 * Signs a person out: every session of the account ends, so that a token that was copied from this browser is worth nothing.
 * Does nothing when the session had ended already, or an old token could end new sessions.
 */
export async function signOut({ accountId, sessionVersion }: SignedIn, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({ where: { id: accountId, sessionVersion }, data: { sessionVersion: { increment: 1 } } });
    if (count === 0) return;
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { id: true, name: true } });
    await recordAudit(asActor(account), { action: "account.signed_out", entity: "account", entityId: accountId }, now);
  });
}

function asActor(account: { id: string; name: string }): Actor {
  return { accountId: account.id, name: account.name, memberships: [], system: false };
}

/** The link that creates the first administrator, 24 hours, once; null when somebody administers already. For the start of the server. */
export async function createSetupLink(actor: Actor, now: Date): Promise<{ url: string } | null> {
  if (!actor.system) throw new DomainError("FORBIDDEN");
  if (!(await lacksAdministrator())) return null;
  return inTransaction(async (tx) => ({ url: await makeLink(tx, { purpose: "first_administrator", accountId: null, locale: "ka" }, now) }));
}

/** Creates the first administrator by the link of {@link createSetupLink}. Of two at once one wins, the other gets LINK_USED. */
export async function createFirstAdministrator(token: string, input: FirstAdministrator, now: Date): Promise<{ id: string }> {
  const { email, name, password } = firstAdministratorSchema.parse(input);
  const link = await openLink(token, now);
  if (link.purpose !== "first_administrator") throw new DomainError("LINK_INVALID");
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
