import { z } from "zod";
import { cleanText, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";

/** The largest file taken, in bytes: 20 MB. */
export const maxFileSize = 20 * 1024 * 1024;

/** What a file may be, by its content, and the ending its name gets. */
export const mediaTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "text/csv": "csv",
} as const;
export type MediaType = keyof typeof mediaTypes;

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password;
}

/** The whole address of a page that anybody can open. */
export const webAddressSchema = z.string().overwrite(cleanText).trim().max(2_000, "textTooLong").refine(isWebAddress, "url");

export const addEvidenceLinkSchema = z.object({
  organisationId: z.uuid(),
  url: webAddressSchema,
  title: optionalLocalizedSchema(500),
});
export type AddEvidenceLinkInput = z.infer<typeof addEvidenceLinkSchema>;
