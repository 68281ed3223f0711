import { randomBytes } from "node:crypto";
import { mailAccount } from "#lib/accounts/mails/commands.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { db, inTransaction, type Db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { consume, giveBack } from "#lib/platform/limits.ts";
import { verifyPassword } from "#lib/platform/passwords.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { keyedHash, seal, unseal } from "#lib/platform/sealing.ts";
import { qrCode, type QrCode } from "#lib/platform/qr-code.ts";
import { newTotpSecret, totpAddress, totpStepOf } from "#lib/platform/totp.ts";
import { canResetSecondFactor } from "#lib/accounts/second-factor/policy.ts";
import { codeLimits, kindOfCode, plainCode, recoveryCodeCount, recoveryCodeOf } from "#lib/accounts/second-factor/rules.ts";
import { beginSchema, codeSchema, type Begin, type TypedCode } from "#lib/accounts/second-factor/schema.ts";

const issuer = "Open Commitments";

/** What is shown once, so that an authenticator app can take the secret: as a picture, or typed in. */
export interface NewSecret {
  secret: string;
  address: string;
  qr: QrCode;
}

/**
 * Makes a secret for the actor's own second factor, which does not count before {@link confirmSecondFactor}. Asks for
 * the password, so that nobody at an open screen can set up theirs. CONFLICT when one is set up already.
 */
export async function beginSecondFactor(actor: Actor, input: Begin, now: Date): Promise<NewSecret> {
  const account = await ownAccount(actor);
  const { password } = beginSchema.parse(input);
  if (account.totpConfirmedAt) throw new DomainError("CONFLICT");
  await consume("second-factor-begin", account.id, 10, 900);
  if (!(await verifyPassword(account.passwordHash, password))) throw new DomainError("INVALID_INPUT", { password: "passwordWrong" });
  const secret = newTotpSecret();
  await inTransaction(async (tx) => {
    const data = { totpSecret: seal("totp-secret", account.id, secret), totpStep: null };
    const { count } = await tx.account.updateMany({ where: { id: account.id, totpConfirmedAt: null }, data });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, change("account.second_factor_begun", account.id), now);
  });
  const address = totpAddress(secret, { issuer, label: account.email });
  return { secret, address, qr: qrCode(address) };
}

/**
 * Sets up the second factor when the app shows the right code. Every session of the account ends (the caller keeps the
 * present one by the version given back); the recovery codes are given back this once.
 */
export async function confirmSecondFactor(actor: Actor, input: TypedCode, now: Date): Promise<{ codes: string[]; sessionVersion: number }> {
  const account = await ownAccount(actor);
  const { code } = codeSchema.parse(input);
  if (account.totpConfirmedAt || !account.totpSecret) throw new DomainError("CONFLICT");
  for (const { kind, points, perSeconds } of codeLimits) await consume(kind, account.id, points, perSeconds);
  const secret = unseal("totp-secret", account.id, account.totpSecret);
  const step = secret && totpStepOf(secret, plainCode(code), now);
  if (!step) throw new DomainError("CODE_WRONG", { code: "codeWrong" });
  for (const { kind, points, perSeconds } of codeLimits) await giveBack(kind, account.id, points, perSeconds);
  return inTransaction(async (tx) => {
    const data = { totpConfirmedAt: now, totpStep: step, sessionVersion: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, totpConfirmedAt: null, totpSecret: account.totpSecret }, data });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, change("account.second_factor_set_up", account.id), now);
    await mailAccount(account, "second_factor_set_up", { url: publicUrl(`/${account.locale}/workspace/account`) }, now);
    return { codes: await replaceRecoveryCodes(tx, account.id), sessionVersion: await sessionVersionOf(tx, account.id) };
  });
}

/** New recovery codes in place of all earlier ones, given back this once. Asks for a code. */
export async function renewRecoveryCodes(actor: Actor, input: TypedCode, now: Date): Promise<{ codes: string[] }> {
  const account = await ownAccount(actor);
  await takeCode(account, codeSchema.parse(input).code, now);
  return inTransaction(async (tx) => {
    const codes = await replaceRecoveryCodes(tx, account.id);
    await recordAudit(actor, change("account.recovery_codes_made", account.id), now);
    await mailAccount(account, "recovery_codes_made", {}, now);
    return { codes };
  });
}

/** Removes the actor's own second factor, with a code of it or a recovery code. Every session ends, as when it is set up. */
export async function removeSecondFactor(actor: Actor, input: TypedCode, now: Date): Promise<{ sessionVersion: number }> {
  const account = await ownAccount(actor);
  await takeCode(account, codeSchema.parse(input).code, now);
  return inTransaction(async (tx) => {
    await clear(tx, account.id);
    await recordAudit(actor, change("account.second_factor_removed", account.id), now);
    await mailAccount(account, "second_factor_removed", {}, now);
    return { sessionVersion: await sessionVersionOf(tx, account.id) };
  });
}

/** Takes the second factor from somebody who lost theirs, for an administrator; the owner is told who did it. */
export async function resetSecondFactor(actor: Actor, input: { accountId: string }, now: Date): Promise<void> {
  const account = canManageAccounts(actor) ? await db().account.findUnique({ where: { id: input.accountId } }) : null;
  if (!account) throw new DomainError("NOT_FOUND");
  if (!canResetSecondFactor(actor, account)) throw new DomainError("FORBIDDEN");
  await inTransaction(async (tx) => {
    await clear(tx, account.id);
    await recordAudit(actor, { ...change("account.second_factor_reset", account.id), after: { name: account.name } }, now);
    await mailAccount(account, "second_factor_reset", { administrator: actor.name }, now);
  });
}

interface Owner {
  id: string;
  name: string;
  email: string;
  locale: string;
  totpSecret: string | null;
  totpConfirmedAt: Date | null;
}

/**
 * Uses a code up: of the app, which works once and not after a later one, or a recovery code, of whose use the owner is
 * told. Throws CODE_WRONG, and TOO_MANY_ATTEMPTS before anything is looked at.
 */
export async function takeCode(account: Owner, typed: string, now: Date): Promise<void> {
  for (const { kind, points, perSeconds } of codeLimits) await consume(kind, account.id, points, perSeconds);
  const code = plainCode(typed);
  const kind = account.totpConfirmedAt ? kindOfCode(code) : null;
  const taken = kind === "totp" ? await takeTotp(account, code, now) : kind === "recovery" && (await takeRecoveryCode(account, code, now));
  if (!taken) {
    await recordAudit(systemActor("sign-in"), { ...change("account.code_refused", account.id), after: { name: account.name } }, now);
    throw new DomainError("CODE_WRONG", { code: "codeWrong" });
  }
  for (const limit of codeLimits) await giveBack(limit.kind, account.id, limit.points, limit.perSeconds);
}

async function takeTotp({ id, totpSecret }: Owner, code: string, now: Date): Promise<boolean> {
  const secret = totpSecret && unseal("totp-secret", id, totpSecret);
  const step = secret ? totpStepOf(secret, code, now) : null;
  if (step === null) return false;
  const { count } = await db().account.updateMany({ where: { id, OR: [{ totpStep: null }, { totpStep: { lt: step } }] }, data: { totpStep: step } });
  return count === 1;
}

async function takeRecoveryCode(account: Owner, code: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { id: accountId, name } = account;
    const { count } = await tx.recoveryCode.updateMany({ where: { accountId, codeHash: keyedHash("recovery-code", accountId, code), usedAt: null }, data: { usedAt: now } });
    if (count === 0) return false;
    const left = await tx.recoveryCode.count({ where: { accountId, usedAt: null } });
    await recordAudit({ accountId, name, memberships: [], system: false }, change("account.recovery_code_used", accountId), now);
    await mailAccount(account, "recovery_code_used", { left }, now);
    return true;
  });
}

async function replaceRecoveryCodes(tx: Db, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(10)));
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: keyedHash("recovery-code", accountId, plainCode(code)) })) });
  return codes;
}

async function clear(tx: Db, accountId: string): Promise<void> {
  const data = { totpSecret: null, totpConfirmedAt: null, totpStep: null, sessionVersion: { increment: 1 } };
  const { count } = await tx.account.updateMany({ where: { id: accountId, totpConfirmedAt: { not: null } }, data });
  if (count === 0) throw new DomainError("CONFLICT");
  await tx.recoveryCode.deleteMany({ where: { accountId } });
}

async function ownAccount(actor: Actor) {
  const account = actor.accountId ? await db().account.findUnique({ where: { id: actor.accountId, disabledAt: null } }) : null;
  if (!account) throw new DomainError("UNAUTHENTICATED");
  return account;
}

async function sessionVersionOf(tx: Db, accountId: string): Promise<number> {
  return (await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { sessionVersion: true } })).sessionVersion;
}

function change(action: string, accountId: string) {
  return { action, entity: "account", entityId: accountId };
}
