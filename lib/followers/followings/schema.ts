import { z } from "zod";
import { frequencySchema } from "#lib/followers/schema.ts";

/** Id of a following, from a list that only its owner can open. */
export const followIdSchema = z.uuid().catch("");

/** What one press on a mail program's button ends, when a mail tells of several followings: all that are told of so often. */
export const everySchema = frequencySchema.nullable().catch(null);
