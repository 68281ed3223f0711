"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { closePeriod, createPeriod, openPeriod, reopenPeriod, type SavedPeriod } from "./commands.ts";
import { createPeriodSchema, movePeriodSchema } from "./schema.ts";

const commandOf = { open: openPeriod, close: closePeriod, reopen: reopenPeriod };

/** Takes one step in a period's life: `{ step, periodId, version }`. */
export async function movePeriodAction(raw: unknown): Promise<Answer<SavedPeriod>> {
  return answer(async () => {
    const { step, ...period } = movePeriodSchema.parse(raw);
    return commandOf[step](await requireActor(), period, now());
  });
}

/** Adds an upcoming period to a plan. */
export async function createPeriodAction(raw: unknown): Promise<Answer<SavedPeriod>> {
  return answer(async () => createPeriod(await requireActor(), createPeriodSchema.parse(raw), now()));
}
