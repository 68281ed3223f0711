import { z } from "zod";
import { smsStatuses } from "#lib/messages/sms/schema.ts";

/** Messages on a page. */
export const smsPageSize = 50;

/** The page of messages, as its address words it: `?status=failed&page=2`. What makes no sense is left out. */
export const smsFilterSchema = z.object({
  status: z.enum(smsStatuses).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SmsFilter = z.infer<typeof smsFilterSchema>;

/** Address of the page of messages with a filter. */
export function smsAddress({ status, page = 1 }: Partial<SmsFilter>): string {
  const query = new URLSearchParams({ ...(status ? { status } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `/workspace/administration/messages${query && `?${query}`}`;
}

export const smsIdSchema = z.object({ smsId: z.uuid("malformed") });
