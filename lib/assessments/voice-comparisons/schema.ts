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
