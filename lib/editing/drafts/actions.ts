"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { discardEditingDraft, saveEditingDraft } from "./commands.ts";
import { editingDraftKeySchema, saveEditingDraftSchema, type EditingDraftKey, type SaveEditingDraftInput } from "./schema.ts";

/** Keeps what is typed, while it is typed. */
export async function saveEditingDraftAction(raw: SaveEditingDraftInput) {
  return answer(async () => saveEditingDraft(await requireActor(), saveEditingDraftSchema.parse(raw), now()));
}

/** Begins again from what the plan says. */
export async function discardEditingDraftAction(raw: EditingDraftKey) {
  return answer(async () => discardEditingDraft(await requireActor(), editingDraftKeySchema.parse(raw)));
}
