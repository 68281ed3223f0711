import { z } from "zod";
import { frequencies, wishSchema, type Consent } from "#lib/followers/schema.ts";
import { phoneSchema } from "#lib/messages/sms/schema.ts";

/** What `followers.sms.form.consent` allows; every wording there was stands in docs/consents.md, a change gets a new version. */
export const smsConsent: Consent = { purpose: "news", version: "sms-2026-11" };

/** How often the form offers: a text message is no place for a month. */
export const smsFrequencies = frequencies.filter((frequency) => frequency !== "monthly");

/** The public form. `website` is a field that people do not see; only programs fill it in. */
export const smsFollowSchema = wishSchema.extend({ phone: phoneSchema, website: z.string().default("") });
export type SmsFollowInput = z.output<typeof smsFollowSchema>;

/** The form for the code. `asked` names what was asked for, sealed, so that no number and no id stands in an address. */
export const codeFormSchema = z.object({
  asked: z.string().max(300, "malformed"),
  code: z.string("codeDigits").transform((typed) => typed.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{6}$/, "codeDigits")),
});
export type CodeForm = z.output<typeof codeFormSchema>;
