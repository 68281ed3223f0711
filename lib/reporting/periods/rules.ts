import type { Role } from "#lib/record/actors/schema.ts";
import { statusAfter } from "#lib/record/life-cycles/rules.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { PeriodStatus } from "./schema.ts";

/** The life of a reporting period: upcoming → open → closed (→ open again, when the Secretariat reopens it). */
export const periodTransitions = {
  open: { from: ["upcoming"], to: "open", by: "secretariat" },
  close: { from: ["open"], to: "closed", by: "secretariat" },
  reopen: { from: ["closed"], to: "open", by: "secretariat" },
} as const satisfies Record<string, { from: readonly PeriodStatus[]; to: PeriodStatus; by: Role }>;
export type PeriodStep = keyof typeof periodTransitions;

/** The period's status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export const periodAfter = statusAfter<PeriodStatus, PeriodStep>(periodTransitions);

/** An agency's own, later last day in a closed period, `YYYY-MM-DD`. */
export interface Extension {
  until: string;
}

/** True while an agency may report: the period is open, or it is closed and was reopened for this agency until today or later. */
export function mayReport(period: { status: string }, extension: Extension | null, now: Date): boolean {
  return period.status === "open" || (period.status === "closed" && extension !== null && extension.until >= dayOf(now));
}
