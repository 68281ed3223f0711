import { z } from "zod";
import { addressOf } from "#lib/record/addresses/schema.ts";
import { cleanText } from "#lib/record/localized/schema.ts";

/** Events on one page of the trail. */
export const auditPageSize = 50;

const text = z.string().overwrite(cleanText).trim().max(100).optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** Which events to show, as it stands in the address; what cannot be read is left out. */
export const auditFilterSchema = z.object({
  plan: id,
  entity: text,
  record: text,
  actor: id,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The address (without language) of the events that a filter shows. */
export function auditAddress(filter: Partial<AuditFilter>): string {
  return addressOf("/workspace/audit", filter);
}
