import { z } from "zod";
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
export function mailAddress({ status, page = 1 }: Partial<MailFilter>): string {
  const query = new URLSearchParams({ ...(status ? { status } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `/workspace/administration/mail${query && `?${query}`}`;
}

export const mailIdSchema = z.object({ mailId: z.uuid("malformed") });
