"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { sayNoProgress, submitReady } from "./commands.ts";
import { sayNoProgressSchema, sendReadySchema, type Outcome } from "./schema.ts";

/** Sends every draft named, each by itself. */
export async function sendReadyAction(raw: unknown): Promise<Answer<Outcome[]>> {
  return answer(async () => submitReady(await requireActor(), sendReadySchema.parse(raw), now()));
}

/** Says "no progress in this period" of several subjects at once, as drafts. */
export async function sayNoProgressAction(raw: unknown): Promise<Answer<Outcome[]>> {
  return answer(async () => sayNoProgress(await requireActor(), sayNoProgressSchema.parse(raw), now()));
}
