import { z } from "zod";
import type { Localized } from "#lib/localized/schema.ts";
import { partialDateSchema } from "#lib/terms/schema.ts";

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
