import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { compact } from "#lib/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canManageOrganisations } from "./policy.ts";
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
