import { z } from "zod";
import { localizedSchema } from "#lib/localized/schema.ts";

/** Last segment of a permanent address: small Latin letters, digits and hyphens. */
export const slugSchema = z.string().trim().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug").max(100, "textTooLong");

const name = localizedSchema(500);

export const createOrganisationSchema = z.object({ slug: slugSchema, name, kindCode: z.string().min(1, "choiceRequired") });
export type CreateOrganisationInput = z.input<typeof createOrganisationSchema>;

export const renameOrganisationSchema = z.object({ organisationId: z.uuid(), version: z.coerce.number().int().positive(), name });
export type RenameOrganisationInput = z.input<typeof renameOrganisationSchema>;

export const organisationIdSchema = z.uuid();
