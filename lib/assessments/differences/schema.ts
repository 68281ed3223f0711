import { z } from "zod";
import { addressOf } from "#lib/record/addresses/schema.ts";

/** Differences on one page. */
export const differencesPageSize = 50;

const slug = z.string().regex(/^[a-z0-9-]{1,200}$/).optional().catch(undefined);

/** Which differences to show, as it stands in the address: `?plan=…&period=…&page=2`. What makes no sense is left out. */
export const differenceFilterSchema = z.object({ plan: slug, period: slug, page: z.coerce.number().int().min(1).max(100_000).catch(1) });
export type DifferenceFilter = z.infer<typeof differenceFilterSchema>;

/** The address (without language) of the differences that a filter shows. */
export function differencesAddress({ plan, period, page }: Partial<DifferenceFilter>): string {
  return addressOf("/differences", { plan, period, page });
}
