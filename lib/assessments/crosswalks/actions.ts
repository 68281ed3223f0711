"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { recordCrosswalk } from "./commands.ts";
import { recordCrosswalkSchema } from "./schema.ts";

export async function recordCrosswalkAction(raw: unknown): Promise<Answer<{ number: number }>> {
  return answer(async () => recordCrosswalk(await requireActor(), recordCrosswalkSchema.parse(raw), now()));
}
