import { z } from "zod";
import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { localeSchema } from "#lib/record/localized/schema.ts";
import { emailSchema } from "#lib/messages/mail/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

/** Which wording of `followers.form.consent` counts. Every wording there was stands in docs/consents.md; a change gets a new version. */
export const consentVersion = "2026-11-21";

/** What an address may be used for by that wording. */
export const consentPurpose = "news";

/** What somebody agreed to: what their address may be used for, by which wording. */
export interface Consent {
  purpose: string;
  version: string;
}

/** By mail, or by text message to a telephone. */
export const channels = ["email", "sms"] as const;
export type Channel = (typeof channels)[number];

/** How often somebody is told, the soonest first: of what two of theirs hold, the sooner one tells. */
export const frequencies = ["at_once", "weekly", "monthly"] as const;
export const frequencySchema = z.enum(frequencies, "malformed");
export type Frequency = (typeof frequencies)[number];

/** What is asked for, whatever the channel. */
export const wishSchema = wantedSchema.extend({ frequency: frequencySchema.default("at_once"), locale: localeSchema });
export type Wish = z.output<typeof wishSchema>;

/** The public form. `website` is a field that people do not see; only programs fill it in. */
export const followSchema = wishSchema.extend({ email: emailSchema, website: z.string().default("") });
export type FollowInput = z.output<typeof followSchema>;

/** 256 bits in base64url, as all links carry them. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/).catch("");

/** Forgets addresses that were never confirmed, and those that no longer exist. */
export const forgetJob: JobKind<object> = { name: "followers.forget", retries: 2, pauseSeconds: 60, secondsAllowed: 120 };
