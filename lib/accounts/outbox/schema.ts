import { z } from "zod";
import { addressOf } from "#lib/record/addresses/schema.ts";
import { mailStatuses } from "#lib/messages/mail/schema.ts";

/** Mails on a page. */
export const mailPageSize = 50;

/** The page of mails, as its address words it: `?status=failed&page=2`. What makes no sense is left out. */
export const mailFilterSchema = z.object({
  status: z.enum(mailStatuses).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MailFilter = z.infer<typeof mailFilterSchema>;

/** Address of the page of mails with a filter. */
export function mailAddress({ status, page }: Partial<MailFilter>): string {
  return addressOf("/workspace/administration/mail", { status, page });
}

export const mailIdSchema = z.object({ mailId: z.uuid("malformed") });
