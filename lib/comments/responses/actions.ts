"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { responseSchema, type ResponseInput } from "#lib/comments/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { publishResponse, saveResponse } from "#lib/comments/responses/commands.ts";

/** Saves a draft of a response. */
export async function saveResponseAction(raw: ResponseInput) {
  return answer(async () => saveResponse(await requireActor(), responseSchema.parse(raw), now()));
}

/** Publishes a response beside the comment and mails it to the person who wrote the comment. */
export async function publishResponseAction(raw: ResponseInput) {
  return answer(async () => publishResponse(await requireActor(), responseSchema.parse(raw), now()));
}
