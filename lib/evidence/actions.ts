"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { addEvidenceLink } from "./commands.ts";
import { addEvidenceLinkSchema } from "./schema.ts";

/** Keeps a link that a form then attaches. */
export async function addEvidenceLinkAction(raw: unknown): Promise<Answer<{ id: string; url: string }>> {
  return answer(async () => addEvidenceLink(await requireActor(), addEvidenceLinkSchema.parse(raw), now()));
}
