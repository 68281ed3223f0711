import type { Actor } from "#lib/record/actors/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { saveUpdate, submitUpdate, type Saved } from "#lib/reporting/commands.ts";
import { getReportedSubject } from "#lib/reporting/queries.ts";
import { unchangedProgress } from "#lib/reporting/rules.ts";
import type { Subject } from "#lib/reporting/schema.ts";
import type { Outcome, SayNoProgressInput, SendReadyInput } from "./schema.ts";

/** Sends drafts, each in a transaction of its own: one that is refused keeps no other back. Tells which went and which did not. */
export async function submitReady(actor: Actor, { updates }: SendReadyInput, now: Date): Promise<Outcome[]> {
  return inTurn(updates, (update) => update.updateId, (update) => submitUpdate(actor, update, now));
}

/** Saves for each subject a draft that says "no progress in this period", with one reason for all; each by itself. */
export async function sayNoProgress(actor: Actor, { periodId, subjects, reasons }: SayNoProgressInput, now: Date): Promise<Outcome[]> {
  const save = async (subject: Subject) => {
    const { earlier, accepted } = await getReportedSubject(periodId, subject);
    const progress = unchangedProgress(earlier?.progress ?? null, accepted?.progress ?? null);
    if (!progress) throw new DomainError("TRANSITION_NOT_ALLOWED", { progress: "transitionNotAllowed" });
    return saveUpdate(actor, { id: null, version: null, periodId, subject, progress, noProgress: true, result: {}, reasons, actuals: [], evidence: [] }, now);
  };
  return inTurn(subjects, (subject) => subject.milestoneId ?? subject.commitmentId, save);
}

async function inTurn<T>(items: readonly T[], idOf: (item: T) => string, run: (item: T) => Promise<Saved>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of items) outcomes.push({ id: idOf(item), answer: await answer(() => run(item)) });
  return outcomes;
}
