"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { endExtension, extendPeriod } from "./commands.ts";
import { endExtensionSchema, extendPeriodSchema } from "./schema.ts";

/** Reopens a closed period for one agency, or moves its last day. */
export async function extendPeriodAction(raw: unknown) {
  return answer(async () => extendPeriod(await requireActor(), extendPeriodSchema.parse(raw), now()));
}

/** Takes an agency's later day away. */
export async function endExtensionAction(raw: unknown) {
  return answer(async () => endExtension(await requireActor(), endExtensionSchema.parse(raw), now()));
}
