import { z } from "zod";

/** Which two voices are held against each other; the first speaks for the government. */
export const pairKinds = ["agency_secretariat", "agency_independent", "secretariat_independent"] as const;
export type PairKind = (typeof pairKinds)[number];

/**
 * How two voices differ. The agency's progress and a judgement lie on two axes: they are never counted in steps, they can
 * only contradict each other. `kinder` and `harsher` say how the Secretariat judged against an independent monitor.
 */
export const differenceKinds = ["completed_worst", "completed_no_evidence", "completed_unverifiable", "unstarted_fulfilled", "kinder", "harsher"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Why the Secretariat's judgement and an independent one cannot be compared. */
export const uncomparedReasons = ["no_crosswalk", "nothing_corresponds", "no_rank"] as const;
export type UncomparedReason = (typeof uncomparedReasons)[number];

/** Differences on one page. */
export const differencesPageSize = 50;

const slug = z.string().regex(/^[a-z0-9-]{1,200}$/).optional().catch(undefined);

/** Which differences to show, as it stands in the address: `?plan=…&period=…&page=2`. What makes no sense is left out. */
export const differenceFilterSchema = z.object({ plan: slug, period: slug, page: z.coerce.number().int().min(1).max(100_000).catch(1) });
export type DifferenceFilter = z.infer<typeof differenceFilterSchema>;

/** The address (without language) of the differences that a filter shows. */
export function differencesAddress({ plan, period, page = 1 }: Partial<DifferenceFilter>): string {
  const query = new URLSearchParams({ ...(plan ? { plan } : {}), ...(period ? { period } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `/differences${query && `?${query}`}`;
}
