import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor, Role } from "#lib/record/actors/schema.ts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { needsSecondFactor, secondFactorAddress, signInAddress } from "#lib/accounts/rules.ts";
import { accountIdSchema } from "#lib/accounts/schema.ts";
import { readSession, type SessionClaims } from "#lib/platform/auth.ts";
import { db } from "#lib/platform/db/client.ts";
import { isDemo } from "#lib/platform/demo-mode.ts";
import { DomainError } from "#lib/platform/errors.ts";

const withMemberships = {
  memberships: { include: { organisation: { select: { name: true, slug: true } } }, orderBy: { createdAt: "asc" } },
} as const;

/** The account of a session, unless it was closed or its sessions were ended since. */
export async function findSessionAccount({ accountId, sessionVersion }: SessionClaims) {
  const account = await db().account.findUnique({ where: { id: accountId }, include: withMemberships });
  return account && !account.disabledAt && account.sessionVersion === sessionVersion ? account : null;
}

const loadCurrentAccount = cache(async () => {
  const session = await readSession();
  return session && findSessionAccount(session);
});

/** True while the account may do nothing but set up the second factor that its role asks for. */
function lacksSecondFactor(account: { totpConfirmedAt: Date | null; memberships: { role: string }[] }): boolean {
  return !account.totpConfirmedAt && needsSecondFactor(account.memberships, { demo: isDemo() });
}

/** Who is signed in; null when nobody is, or not yet with the second factor that their role asks for. Read once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const account = await loadCurrentAccount();
  if (!account || lacksSecondFactor(account)) return null;
  const memberships = account.memberships.map(({ role, organisationId }) => ({ role: role as Role, organisationId }));
  return { accountId: account.id, name: account.name, memberships, system: false };
});

/**
 * Who is signed in. Without a session a page goes to sign-in and comes back afterwards; an action is refused with
 * UNAUTHENTICATED instead, so that what was typed stays in the form. Who lacks the second factor that their role asks
 * for is led to set it up, from every page alike.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const request = await headers();
  const signedIn = (await loadCurrentAccount()) !== null;
  if (request.has("next-action")) throw new DomainError(signedIn ? "SECOND_FACTOR_REQUIRED" : "UNAUTHENTICATED");
  redirect((signedIn ? secondFactorAddress : signInAddress)(request.get("x-path") ?? "/"));
}

/**
 * Who is signed in, as somebody without any role: for what concerns their own account alone, before a second factor is set
 * up, too. Goes to sign-in, or refuses with UNAUTHENTICATED, as {@link requireActor}.
 */
export async function requireOwner(): Promise<Actor & { accountId: string }> {
  const account = await loadCurrentAccount();
  if (account) return { accountId: account.id, name: account.name, memberships: [], system: false };
  const request = await headers();
  if (request.has("next-action")) throw new DomainError("UNAUTHENTICATED");
  redirect(signInAddress(request.get("x-path") ?? "/"));
}

/** What the frame of the workspace and the page of one's own account show of the person who is signed in. */
export interface OwnAccount {
  id: string;
  name: string;
  email: string;
  /** When the second factor was set up; null without one. */
  secondFactorSince: Date | null;
  /** Their role asks for it. */
  secondFactorNeeded: boolean;
  memberships: { role: Role; organisation: Localized | null }[];
}

/** The signed-in person's own account; null when nobody is signed in. */
export async function getOwnAccount(): Promise<OwnAccount | null> {
  const account = await loadCurrentAccount();
  if (!account) return null;
  const memberships = account.memberships.map(({ role, organisation }) => ({ role: role as Role, organisation: (organisation?.name ?? null) as Localized | null }));
  const secondFactorNeeded = needsSecondFactor(memberships, { demo: isDemo() });
  return { id: account.id, name: account.name, email: account.email, secondFactorSince: account.totpConfirmedAt, secondFactorNeeded, memberships };
}

export interface AccountView {
  id: string;
  email: string;
  name: string;
  locale: string;
  disabledAt: Date | null;
  hasPassword: boolean;
  /** When the second factor was set up; null without one. */
  secondFactorSince: Date | null;
  version: number;
  memberships: { id: string; role: Role; organisationId: string | null; organisation: Localized | null }[];
}

type AccountRow = NonNullable<Awaited<ReturnType<typeof loadCurrentAccount>>>;

function viewOf(row: AccountRow): AccountView {
  const { id, email, name, locale, disabledAt, version } = row;
  const memberships = row.memberships.map((membership) => ({
    id: membership.id,
    role: membership.role as Role,
    organisationId: membership.organisationId,
    organisation: (membership.organisation?.name ?? null) as Localized | null,
  }));
  return { id, email, name, locale, disabledAt, version, hasPassword: row.passwordHash !== null, secondFactorSince: row.totpConfirmedAt, memberships };
}

/** Every account by name, for an administrator; NOT_FOUND for anybody else. */
export async function listAccounts(actor: Actor): Promise<AccountView[]> {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
  const rows = await db().account.findMany({ include: withMemberships, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return rows.map(viewOf);
}

/** How much an administrator keeps. */
export async function countAdministered(actor: Actor): Promise<{ accounts: number; organisations: number }> {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
  return { accounts: await db().account.count(), organisations: await db().organisation.count() };
}

/** Every organisation as a choice in a form, by its name in the reader's language. */
export async function listOrganisationChoices(actor: Actor, locale: Locale): Promise<{ value: string; label: string }[]> {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
  const rows = await db().organisation.findMany({ select: { id: true, slug: true, name: true } });
  const choices = rows.map(({ id, slug, name }) => ({ value: id, label: localize(name as Localized, locale)?.text ?? slug }));
  return choices.sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** One account, for an administrator; null when there is none or the actor may not know. */
export async function getAccount(actor: Actor, accountId: string): Promise<AccountView | null> {
  if (!canManageAccounts(actor) || !accountIdSchema.safeParse({ accountId }).success) return null;
  const row = await db().account.findUnique({ where: { id: accountId }, include: withMemberships });
  return row && viewOf(row);
}
