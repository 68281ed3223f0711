import { z } from "zod";
import { dispositions } from "#lib/dispositions/schema.ts";
import { eventKinds, sectors } from "#lib/process/schema.ts";
import { evidence, id, instant, irmGrade, organisation, text } from "#lib/snapshot-values/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/terms/schema.ts";

export const recommendation = z.strictObject({
  id, number: z.number().int().positive(), text, addressee: organisation, dueOn: partialDateSchema.nullable(),
  response: z.strictObject({ disposition: z.enum(dispositions), text, respondedAt: instant }).nullable(),
  fulfilment: z.strictObject({ on: dateSchema, text: text.nullable(), evidence: z.array(evidence) }).nullable(),
});

/** A meeting, consultation or other event of the process that is public and falls into the period. */
export const event = z.strictObject({
  id, slug: z.string(), kind: z.enum(eventKinds), title: text, group: text.nullable(), startsOn: dateSchema, endsOn: dateSchema.nullable(),
  cancelled: z.boolean(),
  /** Why it did not take place. */
  cancelReason: text.nullable(),
  presentsResults: z.boolean(), place: text.nullable(), url: z.string().nullable(),
  summary: text.nullable(), agenda: text.nullable(), minutes: text.nullable(),
  attendance: z.array(z.strictObject({ sector: z.enum(sectors), organisation: organisation.nullable(), name: text.nullable(), people: z.number().int().positive().nullable() })),
  decisions: z.array(z.strictObject({ number: z.number().int().positive(), text })),
  recommendations: z.array(recommendation),
  evidence: z.array(evidence),
});

/** How the Secretariat read its scale on IRM's when the version was frozen; `completion` null: nothing corresponds. */
export const crosswalk = z.strictObject({
  number: z.number().int().positive(), recordedAt: instant,
  entries: z.array(z.strictObject({ grade: z.string(), completion: irmGrade.nullable() })),
});
