import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { slugSchema } from "#lib/organisations/schema.ts";
import { eventKinds, groupKinds, sectors } from "#lib/process/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/record/terms/schema.ts";

const text = optionalLocalizedSchema().optional();

const groupSchema = z.strictObject({
  slug: slugSchema, kind: z.enum(groupKinds), name: localizedSchema(500), mandate: text, startsOn: partialDateSchema.optional(), endsOn: partialDateSchema.optional(), sourceNote: text,
});

const eventSchema = z.strictObject({
  slug: slugSchema,
  /** Slug of a group of this file. */
  group: slugSchema.optional(),
  kind: z.enum(eventKinds),
  title: localizedSchema(500),
  /** Left out where the source states no day. */
  startsOn: dateSchema.optional(),
  endsOn: dateSchema.optional(),
  place: text, summary: text, agenda: text, minutes: text, sourceNote: text,
  attendance: z.array(z.strictObject({ sector: z.enum(sectors), name: localizedSchema(1_000), people: z.number().int().positive().optional() })).default([]),
  decisions: z.array(localizedSchema(5_000)).default([]),
});

/** What a source tells of groups and their meetings, as a file. Whose they are stands once, at its head. */
export const processFileSchema = z.strictObject({
  format: z.literal("open-commitments/process/1"),
  organisation: z.strictObject({ slug: slugSchema, name: localizedSchema(500), kind: z.string() }),
  groups: z.array(groupSchema),
  events: z.array(eventSchema),
}).refine(({ groups, events }) => events.every(({ group }) => !group || groups.some(({ slug }) => slug === group)), { message: "unknownChoice" });
export type ProcessFile = z.infer<typeof processFileSchema>;
