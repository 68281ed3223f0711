import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit, recordAudits } from "#lib/audit/commands.ts";
import { compact, type Localized } from "#lib/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canManageOrganisations, canNameOrganisations } from "./policy.ts";
import { createOrganisationSchema, renameOrganisationSchema, type CreateOrganisationInput, type RenameOrganisationInput } from "./schema.ts";

/** Adds an organisation. Throws FORBIDDEN, ALREADY_EXISTS (slug), INVALID_INPUT (kindCode), a ZodError for a wrong field. */
export async function createOrganisation(actor: Actor, raw: CreateOrganisationInput, now: Date): Promise<{ id: string; slug: string; version: number }> {
  if (!canManageOrganisations(actor)) throw new DomainError("FORBIDDEN");
  const { slug, kindCode, ...input } = createOrganisationSchema.parse(raw);
  const name = compact(input.name) ?? {};
  return inTransaction(async (tx) => {
    const kind = await tx.organisationKind.findUnique({ where: { code: kindCode }, select: { code: true } });
    if (!kind) throw new DomainError("INVALID_INPUT", { kindCode: "unknownChoice" });
    const row = await tx.organisation.create({ data: { slug, name, kindCode, createdAt: now }, select: { id: true, slug: true, version: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudit(actor, { action: "organisation.created", entity: "organisation", entityId: row.id, after: { slug, name, kindCode } }, now);
    return row;
  });
}

/** Gives an organisation another name; its address stays, and what was published keeps the old name. Throws FORBIDDEN, NOT_FOUND, CONFLICT. */
export async function renameOrganisation(actor: Actor, raw: RenameOrganisationInput, now: Date): Promise<{ id: string; version: number }> {
  if (!canManageOrganisations(actor)) throw new DomainError("FORBIDDEN");
  const { organisationId: id, version, ...input } = renameOrganisationSchema.parse(raw);
  const before = await db().organisation.findUnique({ where: { id }, select: { name: true } });
  if (!before) throw new DomainError("NOT_FOUND");
  const name = compact(input.name) ?? {};
  return inTransaction(async (tx) => {
    const { count } = await tx.organisation.updateMany({ where: { id, version }, data: { name, version: { increment: 1 } } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "organisation.renamed", entity: "organisation", entityId: id, before: { name: before.name as Prisma.InputJsonObject }, after: { name } }, now);
    return { id, version: version + 1 };
  });
}

/** An organisation that a plan names; its id is chosen by who adds it. */
export interface NamedOrganisation {
  id: string;
  slug: string;
  name: Localized;
  kindCode: string;
}

/** Adds the organisations that a plan names and the list has not, all at once; gives how many. Throws FORBIDDEN, ALREADY_EXISTS (slug). */
export async function addOrganisationsOfPlan(actor: Actor, organisations: readonly NamedOrganisation[], now: Date): Promise<number> {
  if (organisations.length === 0) return 0;
  if (!canNameOrganisations(actor)) throw new DomainError("FORBIDDEN");
  return inTransaction(async (tx) => {
    const rows = organisations.map(({ id, ...raw }) => ({ id, ...createOrganisationSchema.parse(raw) }));
    const { count } = await tx.organisation.createMany({ data: rows.map((row) => ({ ...row, name: compact(row.name) ?? {}, createdAt: now })) }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudits(actor, rows.map(({ id, slug, name, kindCode }) => ({ action: "organisation.created", entity: "organisation", entityId: id, after: { slug, name: compact(name), kindCode } })), now);
    return count;
  });
}
