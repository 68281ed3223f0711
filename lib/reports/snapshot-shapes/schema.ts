import { z } from "zod";
import { dispositions } from "#lib/record/dispositions/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { eventKinds, sectors } from "#lib/process/schema.ts";
import { sectionKinds } from "#lib/reports/sections/schema.ts";
import { localizedRichTextSchema } from "#lib/record/rich-text/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/record/terms/schema.ts";

/** A text per language; only those that exist. Never empty. */
export const text: z.ZodType<Localized> = z.strictObject({ ka: z.string().optional(), en: z.string().optional() });
export const id = z.uuid();
/** A moment, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });
/** An exact number as decimal digits: "3000", "12.5". */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const term = { startsOn: partialDateSchema.nullable(), endsOn: partialDateSchema.nullable() };

export const organisation = z.strictObject({ slug: z.string(), name: text });

/** `rank` 0 is the worst. */
export const grade = z.strictObject({ code: z.string(), label: text, rank: z.number().int().min(0), fulfilled: z.boolean() });

/** A file is known by its name and checksum, a link by its address; the file itself is not inside the snapshot. */
export const evidence = z.strictObject({
  id, kind: z.enum(["file", "link"]), title: text.nullable(), url: z.string().nullable(),
  fileName: z.string().nullable(), mediaType: z.string().nullable(),
  /** Bytes. */
  size: z.number().int().nullable(),
  sha256: sha256.nullable(),
  verificationSourceId: id.nullable(),
});

/** A step of one of IRM's scales; `rank` null says nothing of better or worse. */
export const irmGrade = z.strictObject({ code: z.string(), label: text, rank: z.number().int().min(0).nullable() });

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

/** What the report itself says, in its order. The commitments stand where `commitments` does. */
export const section = z.strictObject({
  /** "introduction", …, or "text:<uuid>" of a section of the Secretariat's own; `commitment:<id>` names a commitment's. */
  key: z.string(),
  kind: z.enum(sectionKinds),
  /** Set for a section of the Secretariat's own; the others are called what they are. */
  heading: text.nullable(),
  body: localizedRichTextSchema.nullable(),
});
