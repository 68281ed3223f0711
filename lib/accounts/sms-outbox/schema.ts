import { z } from "zod";
import { addressOf } from "#lib/record/addresses/schema.ts";
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
export function smsAddress({ status, page }: Partial<SmsFilter>): string {
  return addressOf("/workspace/administration/messages", { status, page });
}

export const smsIdSchema = z.object({ smsId: z.uuid("malformed") });
