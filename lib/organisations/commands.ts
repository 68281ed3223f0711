import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit, recordAudits } from "#lib/record/audit/commands.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { municipalityOfBody, type NamedMunicipality } from "#lib/record/lists/rules.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, type Db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canManageOrganisations, canNameOrganisations } from "./policy.ts";
import { changeOrganisationSchema, createOrganisationSchema, type ChangeOrganisationInput, type CreateOrganisationInput } from "./schema.ts";

type Described = Omit<ReturnType<typeof createOrganisationSchema.parse>, "name"> & { name: Localized };

/** An organisation as it will be written; of which municipality it is, its name says unless somebody does. */
function describe(raw: CreateOrganisationInput, list: readonly NamedMunicipality[]): Described & { municipalitySlug: string | null } {
  const parsed = createOrganisationSchema.parse(raw);
  const name = compact(parsed.name) ?? {};
  return { ...parsed, name, municipalitySlug: parsed.municipalitySlug ?? municipalityOfBody({ ...parsed, name }, list) };
}

async function requireMunicipality(tx: Db, slug: string | null | undefined): Promise<void> {
  if (slug && (await tx.municipality.count({ where: { slug } })) === 0) throw new DomainError("INVALID_INPUT", { municipalitySlug: "unknownChoice" });
}

/** Adds an organisation. Throws FORBIDDEN, ALREADY_EXISTS (slug), INVALID_INPUT (kindCode, municipalitySlug), a ZodError for a wrong field. */
export async function createOrganisation(actor: Actor, raw: CreateOrganisationInput, now: Date): Promise<{ id: string; slug: string; version: number }> {
  if (!canManageOrganisations(actor)) throw new DomainError("FORBIDDEN");
  const organisation = describe(raw, await listMunicipalityNames());
  return inTransaction(async (tx) => {
    const kind = await tx.organisationKind.findUnique({ where: { code: organisation.kindCode }, select: { code: true } });
    if (!kind) throw new DomainError("INVALID_INPUT", { kindCode: "unknownChoice" });
    await requireMunicipality(tx, organisation.municipalitySlug);
    const row = await tx.organisation.create({ data: { ...organisation, createdAt: now }, select: { id: true, slug: true, version: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudit(actor, createdEvent({ id: row.id, ...organisation }), now);
    return row;
  });
}

function createdEvent({ id, slug, name, kindCode, municipalitySlug }: Described & { id: string; municipalitySlug: string | null }) {
  return { action: "organisation.created", entity: "organisation", entityId: id, after: { slug, name, kindCode, ...(municipalitySlug ? { municipalitySlug } : {}) } };
}

/**
 * Gives an organisation another name, or says of which municipality it is; its address stays, and what was published keeps the old name.
 * Throws FORBIDDEN, NOT_FOUND, INVALID_INPUT (municipalitySlug), CONFLICT.
 */
export async function changeOrganisation(actor: Actor, raw: ChangeOrganisationInput, now: Date): Promise<{ id: string; version: number }> {
  if (!canManageOrganisations(actor)) throw new DomainError("FORBIDDEN");
  const { organisationId: id, version, municipalitySlug, ...input } = changeOrganisationSchema.parse(raw);
  const before = await db().organisation.findUnique({ where: { id }, select: { name: true, municipalitySlug: true } });
  if (!before) throw new DomainError("NOT_FOUND");
  const name = compact(input.name) ?? {};
  const placed = municipalitySlug !== undefined && municipalitySlug !== before.municipalitySlug;
  const renamed = !placed || !isDeepStrictEqual(name, before.name);
  return inTransaction(async (tx) => {
    await requireMunicipality(tx, municipalitySlug);
    const { count } = await tx.organisation.updateMany({ where: { id, version }, data: { name, ...(placed ? { municipalitySlug } : {}), version: { increment: 1 } } });
    if (count === 0) throw new DomainError("CONFLICT");
    const of = { entity: "organisation", entityId: id } as const;
    if (renamed) await recordAudit(actor, { action: "organisation.renamed", ...of, before: { name: before.name as Prisma.InputJsonObject }, after: { name } }, now);
    if (placed) await recordAudit(actor, { action: "organisation.placed", ...of, before: { municipalitySlug: before.municipalitySlug }, after: { municipalitySlug } }, now);
    return { id, version: version + 1 };
  });
}

/** An organisation that a plan names; its id is chosen by who adds it. */
export interface NamedOrganisation {
  id: string;
  slug: string;
  name: Localized;
  kindCode: string;
  municipalitySlug?: string | null | undefined;
}

/** Adds the organisations that a plan names and the list has not, all at once; gives how many. Throws FORBIDDEN, ALREADY_EXISTS (slug). */
export async function addOrganisationsOfPlan(actor: Actor, organisations: readonly NamedOrganisation[], now: Date): Promise<number> {
  if (organisations.length === 0) return 0;
  if (!canNameOrganisations(actor)) throw new DomainError("FORBIDDEN");
  const list = await listMunicipalityNames();
  return inTransaction(async (tx) => {
    const rows = organisations.map(({ id, ...raw }) => ({ id, ...describe(raw, list) }));
    const { count } = await tx.organisation.createMany({ data: rows.map((row) => ({ ...row, createdAt: now })) }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudits(actor, rows.map(createdEvent), now);
    return count;
  });
}
