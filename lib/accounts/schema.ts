import { z } from "zod";
import { roles } from "#lib/record/actors/schema.ts";
import { cleanText, localeSchema } from "#lib/record/localized/schema.ts";

/** An address as it is compared and stored: without spaces around it, in lower case. */
export const emailSchema = z.string("required").trim().toLowerCase().min(1, "required").max(254, "email").pipe(z.email("email"));

/** One line: it also stands in mails and in the trail. */
const nameSchema = z.string("required").overwrite((name) => cleanText(name).replace(/\s+/g, " ")).trim().min(1, "required").max(200, "nameTooLong");

/** Length is what makes a password strong; no rules about kinds of characters. At most 200, so that hashing stays cheap. */
export const passwordSchema = z.string("required").min(12, "passwordTooShort").max(200, "passwordTooLong");

/** True when the password is the person's own e-mail, a part of it, or one character over and over. */
export function isTrivialPassword(password: string, email: string): boolean {
  const plain = password.toLowerCase().trim();
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(plain).size < 4 || (letters(plain) !== "" && letters(email.toLowerCase()).startsWith(letters(plain)));
}

const roleNeedsOrganisation = (value: { role: string; organisationId: string | null }) => (value.role === "administrator") === (value.organisationId === null);

/** A role in an organisation; an administrator's has none. */
export const membershipSchema = z
  .object({ role: z.enum(roles, "choiceRequired"), organisationId: z.preprocess((value) => value || null, z.uuid("choiceRequired").nullable()) })
  .refine(roleNeedsOrganisation, { message: "roleOrganisation", path: ["organisationId"] });

export const newAccountSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  locale: localeSchema.default("ka"),
  memberships: z.array(membershipSchema).max(20, "duplicate").default([]),
});
export type NewAccount = z.input<typeof newAccountSchema>;

/** What a person types to sign in; only that both are there is said, never which is wrong. */
export const signInSchema = z.object({
  email: z.string("required").overwrite(cleanText).trim().toLowerCase().min(1, "required").max(254, "email"),
  password: z.string("required").min(1, "required").max(200, "passwordTooLong"),
  /** Of the second factor, or a recovery code; asked for when the password is right. */
  code: z.string().trim().max(40, "codeWrong").optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

export const accountIdSchema = z.object({ accountId: z.uuid("unknown") });
/** Who forgot their password, and in which language the page was. */
export const resetRequestSchema = z.object({ email: emailSchema, locale: localeSchema.catch("ka") });
export type ResetRequest = z.infer<typeof resetRequestSchema>;

export const accountVersionSchema = accountIdSchema.extend({ version: z.int("unknown") });
export const newMembershipSchema = z.intersection(accountIdSchema, membershipSchema);
export const membershipIdSchema = z.object({ membershipId: z.uuid("unknown") });

const repeated = { repeated: z.string("required").min(1, "required") };
const same = (value: { password: string; repeated: string }) => value.password === value.repeated;
const differ = { message: "passwordsDiffer", path: ["repeated"] };

export const choosePasswordSchema = z.object({ password: passwordSchema, ...repeated }).refine(same, differ);
export type ChoosePassword = z.infer<typeof choosePasswordSchema>;

export const firstAdministratorSchema = z
  .object({ email: emailSchema, name: nameSchema, password: passwordSchema, ...repeated })
  .refine(same, differ)
  .refine((value) => !isTrivialPassword(value.password, value.email), { message: "passwordTrivial", path: ["password"] });
export type FirstAdministrator = z.infer<typeof firstAdministratorSchema>;

export const changePasswordSchema = z
  .object({ current: z.string("required").min(1, "required").max(200, "passwordTooLong"), password: passwordSchema, ...repeated })
  .refine(same, differ);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** 256 random bits in base64url, as it stands in the address of a link. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/, "malformed");

/** What a link is for. The first administrator's makes an account, every other lets its owner choose a password. */
export const linkPurposes = ["first_administrator", "invitation", "password", "reset"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
