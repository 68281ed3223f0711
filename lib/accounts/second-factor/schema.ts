import { z } from "zod";
import { cleanText } from "#lib/record/localized/schema.ts";

/** What is typed where a code is asked for: six digits of the app, or a recovery code; spaces and dashes do not matter. */
export const codeSchema = z.object({ code: z.string("required").overwrite(cleanText).trim().min(1, "required").max(40, "codeWrong") });
export type TypedCode = z.infer<typeof codeSchema>;

/** Before a second factor is set up, the password is asked for again. */
export const beginSchema = z.object({ password: z.string("required").min(1, "required").max(200, "passwordTooLong") });
export type Begin = z.infer<typeof beginSchema>;
