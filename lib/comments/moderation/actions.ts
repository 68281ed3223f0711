"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { hideComment, publishComment, rejectComment } from "#lib/comments/moderation/commands.ts";
import { publishCommentSchema, refuseCommentSchema, type PublishCommentInput, type RefuseCommentInput } from "#lib/comments/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";

/** Shows a pending comment to everybody. */
export async function publishCommentAction(raw: PublishCommentInput) {
  return answer(async () => publishComment(await requireActor(), publishCommentSchema.parse(raw), now()));
}

/** Ends a pending comment with a coded reason. */
export async function rejectCommentAction(raw: RefuseCommentInput) {
  return answer(async () => rejectComment(await requireActor(), refuseCommentSchema.parse(raw), now()));
}

/** Takes a published comment out of sight with a coded reason. */
export async function hideCommentAction(raw: RefuseCommentInput) {
  return answer(async () => hideComment(await requireActor(), refuseCommentSchema.parse(raw), now()));
}
