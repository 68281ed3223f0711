import { statusAfter } from "#lib/record/life-cycles/rules.ts";
import { DomainError } from "#lib/platform/errors.ts";

export const planStatuses = ["draft", "in_consultation", "adopted", "closed"] as const;
export type PlanStatus = (typeof planStatuses)[number];

/**
 * The life of a plan. `adopt` also leads straight from a draft, for a plan whose consultation was not held here: nothing
 * is claimed of it then.
 */
export const planTransitions = {
  consult: { from: ["draft"], to: "in_consultation" },
  withdraw: { from: ["in_consultation"], to: "draft" },
  adopt: { from: ["draft", "in_consultation"], to: "adopted" },
  close: { from: ["adopted"], to: "closed" },
} as const satisfies Record<string, { from: readonly PlanStatus[]; to: PlanStatus }>;
export type PlanStep = keyof typeof planTransitions;

/** The plan's status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export const planAfter = statusAfter<PlanStatus, PlanStep>(planTransitions);

/** Throws PLAN_ADOPTED unless the plan is still being written: an adopted one changes only by amendment, a closed one (PLAN_CLOSED) no more. */
export function requireDrafting(plan: { status: string }): void {
  if (plan.status === "closed") throw new DomainError("PLAN_CLOSED");
  if (plan.status !== "draft" && plan.status !== "in_consultation") throw new DomainError("PLAN_ADOPTED");
}
