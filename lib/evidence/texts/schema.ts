import { z } from "zod";
import type { JobKind } from "#lib/platform/jobs.ts";

/** Reads what files of evidence hold that was not read yet, the newest first; after each upload, and now and then for what came otherwise. */
export const readTextsJob: JobKind<object> = { name: "evidence.texts", retries: 0, pauseSeconds: 60, secondsAllowed: 1_200 };

/** What can be read of a file. `nothing`: no text in it, as in a scan; `refused`: it is locked or asks for too much; `failed`: it is damaged. */
export const readingSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("read"), text: z.string().min(1) }),
  z.object({ status: z.enum(["nothing", "refused", "failed"]) }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** Files with text in them, as evidence knows them by their content. */
export const readableTypes = [
  "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv",
] as const;
export type ReadableType = (typeof readableTypes)[number];
