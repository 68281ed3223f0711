import { z } from "zod";
import { localeSchema } from "#lib/localized/schema.ts";
import { emailSchema } from "#lib/mail/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

/** Which wording of `followers.form.consent` counts; a change of what it allows gets a new one. */
export const consentVersion = "2026-11";

/** The public form. `website` is a field that people do not see; only programs fill it in. */
export const followSchema = z.object({
  /** The last segment of the plan's address. */
  plan: z.string().regex(/^[a-z0-9-]{1,200}$/, "malformed"),
  email: emailSchema,
  locale: localeSchema,
  website: z.string().default(""),
});
export type FollowInput = z.output<typeof followSchema>;

/** 256 bits in base64url, as both kinds of links carry them. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/).catch("");

/** What is to be told: a version of a report, to the followers after one of them (null: from the first). */
export const tellJob: JobKind<{ reportVersionId: string; after: string | null }> = { name: "followers.tell", retries: 10, pauseSeconds: 10, secondsAllowed: 120 };

/** Forgets addresses that were never confirmed. */
export const forgetJob: JobKind<object> = { name: "followers.forget", retries: 2, pauseSeconds: 60, secondsAllowed: 120 };
