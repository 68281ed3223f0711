import { invitationState, type InvitationState } from "#lib/accounts/links/rules.ts";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { canManageInvitation, canSeeCoordinators } from "#lib/accounts/invitations/policy.ts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** An invitation that was not accepted. */
export interface Invitation {
  state: InvitationState;
  invitedAt: Date;
  /** When it stops or stopped working. */
  expiresAt: Date;
}

/** Who leads a commitment or milestone in plans; drafts do not count: in those a Secretariat may write anybody's name. */
function leadsIn(secretariatId: Prisma.UuidFilter<"Plan">): Prisma.OrganisationWhereInput {
  const plan = { secretariatId, status: { not: "draft" } };
  return { OR: [{ commitments: { some: { removedAt: null, plan } } }, { milestones: { some: { removedAt: null, commitment: { removedAt: null, plan } } } }] };
}

/** The organisations that lead a commitment or milestone in the public plans of the actor's Secretariats. */
async function listLedOrganisations(actor: Actor): Promise<string[]> {
  const secretariats = organisationsOf(actor, "secretariat");
  if (secretariats.length === 0) return [];
  return (await db().organisation.findMany({ where: leadsIn({ in: secretariats }), select: { id: true } })).map(({ id }) => id);
}

/**
 * Those of them whose coordinators the Secretariat may choose. A coordinator writes for the organisation in every plan, so
 * for one that leads something in another Secretariat's plan, or is another's Secretariat, only administrators choose.
 */
export async function listStaffedOrganisations(actor: Actor): Promise<string[]> {
  const secretariats = organisationsOf(actor, "secretariat");
  if (secretariats.length === 0) return [];
  const others = { notIn: secretariats };
  const where = { AND: [leadsIn({ in: secretariats })], NOT: [leadsIn(others), { id: others, plans: { some: { status: { not: "draft" } } } }] };
  return (await db().organisation.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** The newest invitation of each of the accounts that was never accepted, by account. */
async function openInvitations(accountIds: string[], now: Date): Promise<Map<string, Invitation>> {
  const links = await db().accountLink.findMany({ where: { accountId: { in: accountIds }, purpose: "invitation", usedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return new Map(links.map((link) => [link.accountId ?? "", { state: invitationState(link, now), invitedAt: link.createdAt, expiresAt: link.expiresAt }]));
}

/** Where the invitations of everybody without a password stand, by account, for an administrator. */
export async function listInvitations(actor: Actor, now: Date): Promise<Record<string, Invitation>> {
  if (!canManageAccounts(actor)) throw new DomainError("NOT_FOUND");
  const waiting = await db().account.findMany({ where: { passwordHash: null }, select: { id: true } });
  return Object.fromEntries(await openInvitations(waiting.map(({ id }) => id), now));
}

/** A coordinator as a Secretariat sees them: only what concerns its plans. */
export interface CoordinatorView {
  id: string;
  name: string;
  email: string;
  organisations: Localized[];
  /** Null once a password was chosen. */
  invitation: Invitation | null;
  hasPassword: boolean;
  /** The invitation is the Secretariat's to send again or to withdraw. */
  mine: boolean;
}

/** The coordinators of the organisations that lead something in the actor's plans, by name; NOT_FOUND without a Secretariat. */
export async function listCoordinators(actor: Actor, now: Date): Promise<CoordinatorView[]> {
  if (!canSeeCoordinators(actor)) throw new DomainError("NOT_FOUND");
  const [led, staffed] = [await listLedOrganisations(actor), await listStaffedOrganisations(actor)];
  const here = { role: "coordinator", organisationId: { in: led } };
  const rows = await db().account.findMany({
    where: { disabledAt: null, memberships: { some: here } },
    include: { memberships: { include: { organisation: { select: { name: true } } }, orderBy: { createdAt: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const invitations = await openInvitations(rows.filter(({ passwordHash }) => passwordHash === null).map(({ id }) => id), now);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    organisations: row.memberships.flatMap(({ role, organisationId, organisation }) => (role === "coordinator" && organisation && led.includes(organisationId ?? "") ? [organisation.name as Localized] : [])),
    invitation: invitations.get(row.id) ?? null,
    hasPassword: row.passwordHash !== null,
    mine: row.passwordHash === null && canManageInvitation(actor, row, staffed),
  }));
}

/** The organisations whose coordinators the actor may invite, as choices in a form. */
export async function listLedOrganisationChoices(actor: Actor, locale: Locale): Promise<{ value: string; label: string }[]> {
  if (!canSeeCoordinators(actor)) throw new DomainError("NOT_FOUND");
  const rows = await db().organisation.findMany({ where: { id: { in: await listStaffedOrganisations(actor) } }, select: { id: true, slug: true, name: true } });
  const choices = rows.map(({ id, slug, name }) => ({ value: id, label: localize(name as Localized, locale)?.text ?? slug }));
  return choices.sort((a, b) => a.label.localeCompare(b.label, locale));
}
