import type { z } from "zod";
import type { Actor } from "#lib/record/actors/schema.ts";
import { canDisableAccount, canManageAccounts, canRemoveMembership, canSetPassword } from "#lib/accounts/policy.ts";
import { isTrivialPassword, newAccountSchema, passwordSchema, type membershipSchema, type NewAccount } from "#lib/accounts/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { db, inTransaction, isUniqueViolation, type Db } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { hashPassword } from "#lib/platform/passwords.ts";

type NewMembership = z.infer<typeof membershipSchema>;

/** Administration answers others as if it were not there. */
function requireAdministration(actor: Actor): void {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
}

/**
 * Creates an account without a password; its owner chooses one by a link. Refuses with ALREADY_EXISTS when the e-mail
 * is taken, and with a ZodError when a field is wrong.
 */
export async function createAccount(actor: Actor, input: NewAccount, now: Date): Promise<{ id: string }> {
  requireAdministration(actor);
  const { memberships, ...fields } = newAccountSchema.parse(input);
  return inTransaction(async (tx) => {
    const account = await insertAccount(tx, actor, fields, now);
    await grantMemberships(tx, actor, account, memberships, now);
    return { id: account.id };
  });
}

/** Gives a person a role in an organisation. ALREADY_EXISTS when they have it. */
export async function addMembership(actor: Actor, input: { accountId: string } & NewMembership, now: Date): Promise<{ id: string }> {
  requireAdministration(actor);
  const account = await db().account.findUnique({ where: { id: input.accountId }, select: { id: true, name: true } });
  if (!account) throw new DomainError("NOT_FOUND");
  try {
    return await inTransaction((tx) => insertMembership(tx, actor, account, input, now));
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError("ALREADY_EXISTS", { organisationId: "duplicate" });
    throw error;
  }
}

/** Stores an account with its trace. Asks for no right: whoever calls it has checked that the actor may. */
export async function insertAccount(tx: Db, actor: Actor, fields: Omit<z.output<typeof newAccountSchema>, "memberships">, now: Date) {
  try {
    const account = await tx.account.create({ data: { ...fields, createdAt: now } });
    await recordAudit(actor, { action: "account.created", entity: "account", entityId: account.id, after: { name: fields.name } }, now);
    return account;
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError("ALREADY_EXISTS", { email: "emailTaken" });
    throw error;
  }
}

/** Stores roles with their trace, as {@link insertAccount} does. A refusal names the field of the role: `memberships.1.organisationId`. */
export async function grantMemberships(tx: Db, actor: Actor, account: { id: string; name: string }, memberships: readonly NewMembership[], now: Date): Promise<void> {
  for (const [index, membership] of memberships.entries()) {
    const field = `memberships.${index}.organisationId`;
    try {
      await insertMembership(tx, actor, account, membership, now);
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError("ALREADY_EXISTS", { [field]: "duplicate" });
      if (isDomainError(error)) throw new DomainError(error.code, { [field]: Object.values(error.fieldErrors)[0] ?? "unknownChoice" });
      throw error;
    }
  }
}

async function insertMembership(tx: Db, actor: Actor, account: { id: string; name: string }, { role, organisationId }: NewMembership, now: Date): Promise<{ id: string }> {
  const organisation = organisationId ? await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } }) : null;
  if (organisationId && !organisation) throw new DomainError("INVALID_INPUT", { organisationId: "unknownChoice" });
  const membership = await tx.membership.create({ data: { accountId: account.id, organisationId, role, createdAt: now }, select: { id: true } });
  const after = { name: account.name, role, organisation: organisation?.name ?? null };
  await recordAudit(actor, { action: "membership.added", entity: "account", entityId: account.id, after }, now);
  return membership;
}

/** Takes a role away; it counts from the next request. The last administrator stays one. */
export async function removeMembership(actor: Actor, input: { membershipId: string }, now: Date): Promise<void> {
  requireAdministration(actor);
  const membership = await db().membership.findUnique({ where: { id: input.membershipId }, include: { account: { select: { name: true } }, organisation: { select: { name: true } } } });
  if (!membership) throw new DomainError("NOT_FOUND");
  if (!canRemoveMembership(actor, membership)) throw new DomainError("FORBIDDEN");
  const { accountId, role, account, organisation } = membership;
  await inTransaction(async (tx) => {
    if (role === "administrator") await lockAdministrators(tx);
    const { count } = await tx.membership.deleteMany({ where: { id: membership.id } });
    if (count === 0) throw new DomainError("CONFLICT");
    if (role === "administrator") await requireAnAdministrator(tx);
    const before = { name: account.name, role, organisation: organisation?.name ?? null };
    await recordAudit(actor, { action: "membership.removed", entity: "account", entityId: accountId, before }, now);
  });
}

/** Closes an account and ends its sessions at once. What the person did stays under their name. */
export async function disableAccount(actor: Actor, input: { accountId: string; version: number }, now: Date): Promise<void> {
  requireAdministration(actor);
  const account = await db().account.findUnique({ where: { id: input.accountId }, select: { id: true, name: true } });
  if (!account) throw new DomainError("NOT_FOUND");
  if (!canDisableAccount(actor, account)) throw new DomainError("FORBIDDEN");
  await inTransaction(async (tx) => {
    await lockAdministrators(tx);
    const data = { disabledAt: now, sessionVersion: { increment: 1 }, version: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, version: input.version, disabledAt: null }, data });
    if (count === 0) throw new DomainError("CONFLICT");
    await tx.accountLink.updateMany({ where: { accountId: account.id, usedAt: null }, data: { expiresAt: now } });
    await requireAnAdministrator(tx);
    await recordAudit(actor, { action: "account.disabled", entity: "account", entityId: account.id, after: { name: account.name } }, now);
  });
}

/** Opens a closed account again; earlier sessions stay ended. */
export async function enableAccount(actor: Actor, input: { accountId: string; version: number }, now: Date): Promise<void> {
  requireAdministration(actor);
  const account = await db().account.findUnique({ where: { id: input.accountId }, select: { id: true, name: true } });
  if (!account) throw new DomainError("NOT_FOUND");
  await inTransaction(async (tx) => {
    const data = { disabledAt: null, sessionVersion: { increment: 1 }, version: { increment: 1 } };
    const { count } = await tx.account.updateMany({ where: { id: account.id, version: input.version, disabledAt: { not: null } }, data });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "account.enabled", entity: "account", entityId: account.id, after: { name: account.name } }, now);
  });
}

/** Sets a password outright and ends the sessions of the account; for the system only, see the policy. */
export async function setPassword(actor: Actor, input: { accountId: string; password: string }, now: Date): Promise<void> {
  if (!canSetPassword(actor)) throw new DomainError("FORBIDDEN");
  const password = passwordSchema.parse(input.password);
  const account = await db().account.findUnique({ where: { id: input.accountId }, select: { email: true, name: true } });
  if (!account) throw new DomainError("NOT_FOUND");
  if (isTrivialPassword(password, account.email)) throw new DomainError("INVALID_INPUT", { password: "passwordTrivial" });
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    await tx.account.update({ where: { id: input.accountId }, data });
    await recordAudit(actor, { action: "account.password_set", entity: "account", entityId: input.accountId, after: { name: account.name } }, now);
  });
}

/** Changes to who administers go one after the other, so that two cannot each remove the other at once. */
async function lockAdministrators(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('administrators'))`;
}

async function requireAnAdministrator(tx: Db): Promise<void> {
  const left = await tx.membership.count({ where: { role: "administrator", account: { disabledAt: null } } });
  if (left === 0) throw new DomainError("LAST_ADMINISTRATOR");
}
