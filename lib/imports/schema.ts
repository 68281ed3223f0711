import { z } from "zod";
import { optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { sheetProblemSchema } from "#lib/imports/workbooks/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

export const importFormats = ["xlsx", "csv", "json", "docx", "html", "text"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** True for a document that does not say itself what its columns mean. */
export function isLoose(format: string): format is "docx" | "html" | "text" {
  return format === "docx" || format === "html" || format === "text";
}

export const importStatuses = ["mapping", "preview", "queued", "running", "done", "failed", "discarded"] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The largest file taken, in bytes: 20 MB. */
export const maxImportSize = 20_000_000;
/** The longest pasted text, in UTF-16 units. */
export const maxPastedText = 2_000_000;

/** Writes what a preview has shown. */
export const importJob: JobKind<{ importId: string }> = { name: "imports.apply", retries: 3, pauseSeconds: 5, secondsAllowed: 600 };

/** What was found in a document: what is to be put right, and what was kept as text. */
export const keptProblemsSchema = z.object({ problems: z.array(sheetProblemSchema), notes: z.array(sheetProblemSchema) });

export const importRefSchema = z.object({ importId: z.uuid(), version: z.int().positive() });
export type ImportRef = z.output<typeof importRefSchema>;

/** Which columns mean what; read by the schema of lib/loose-plans. */
export const mappedImportSchema = importRefSchema.extend({ mapping: z.unknown() });
export type MappedImport = z.output<typeof mappedImportSchema>;

export const startImportSchema = importRefSchema.extend({
  /** Revision of the plan that the preview compared with; null: a new plan. */
  revision: z.int().nullable(),
  removesMissing: z.boolean().default(false),
  /** Of an amendment: why, and by which act of the record or of the file. */
  reason: optionalLocalizedSchema(5_000).nullable().default(null),
  legalActId: z.union([z.uuid(), z.literal("").transform(() => null)]).nullable().default(null),
});
export type StartImportInput = z.input<typeof startImportSchema>;

/** What an import came to. */
export const importResultSchema = z.object({ added: z.int(), changed: z.int(), removed: z.int(), organisations: z.int(), amendment: z.int().nullable() });
export type ImportResult = z.output<typeof importResultSchema>;
