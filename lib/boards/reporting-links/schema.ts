import { z } from "zod";
import { cleanText, localeSchema } from "#lib/record/localized/schema.ts";
import { emailSchema } from "#lib/messages/mail/schema.ts";

/** 256 bits as `newToken` writes them. */
export const reportingTokenSchema = z.string().regex(/^[\w-]{43}$/, "malformed");

/** Who gets a link to report for an organisation in a period; the name may stay empty. */
export const createReportingLinkSchema = z.object({
  periodId: z.uuid(),
  organisationId: z.uuid("choiceRequired"),
  name: z.string().overwrite(cleanText).trim().max(200, "nameTooLong").transform((name) => name || null),
  email: emailSchema,
  locale: localeSchema,
});
export type CreateReportingLinkInput = z.infer<typeof createReportingLinkSchema>;

export const reportingLinkIdSchema = z.object({ linkId: z.uuid() });
export type ReportingLinkIdInput = z.infer<typeof reportingLinkIdSchema>;
