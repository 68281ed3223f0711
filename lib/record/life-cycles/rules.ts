import { DomainError } from "#lib/platform/errors.ts";

/** A life cycle as a table: from which statuses each step leads to which. */
export type Transitions<Status extends string, Step extends string> = Readonly<Record<Step, { from: readonly Status[]; to: Status }>>;

/** The status after a step of a life cycle; what it gives throws TRANSITION_NOT_ALLOWED when the step does not lead on from here. */
export function statusAfter<Status extends string, Step extends string>(transitions: Transitions<Status, Step>): (step: Step, status: Status) => Status {
  return (step, status) => {
    const { from, to } = transitions[step];
    if (!from.includes(status)) throw new DomainError("TRANSITION_NOT_ALLOWED");
    return to;
  };
}
