import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";

/** Last segment of a permanent address: small Latin letters, digits and hyphens. */
export const slugSchema = z.string().trim().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug").max(100, "textTooLong");

const name = localizedSchema(500);

/** Slug of a municipality of the list; "" is what a form sends for "none". */
export const municipalitySchema = z.string().max(100, "unknownChoice").nullable().transform((slug) => slug || null);

/** `municipalitySlug` left out or empty: what the name of a municipal body says. */
export const createOrganisationSchema = z.object({ slug: slugSchema, name, kindCode: z.string().min(1, "choiceRequired"), municipalitySlug: municipalitySchema.optional() });
export type CreateOrganisationInput = z.input<typeof createOrganisationSchema>;

/** `municipalitySlug` left out: as it was; empty: of none. */
export const changeOrganisationSchema = z.object({ organisationId: z.uuid(), version: z.coerce.number().int().positive(), name, municipalitySlug: municipalitySchema.optional() });
export type ChangeOrganisationInput = z.input<typeof changeOrganisationSchema>;

export const organisationIdSchema = z.uuid();
