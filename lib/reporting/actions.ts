"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { acceptUpdate, returnUpdate, saveUpdate, type Saved } from "./commands.ts";
import { getUpdateForm, type UpdateForm } from "./queries.ts";
import { returnUpdateSchema, saveUpdateSchema, updateFormKeySchema, updateVersionSchema } from "./schema.ts";

/** What the form keeps of a save: the version to name next time, and when it was. */
export interface SavedAnswer extends Saved {
  savedAt: Date;
}

/** Saves the draft as it is. */
export async function saveUpdateAction(raw: unknown): Promise<Answer<SavedAnswer>> {
  return answer(async () => {
    const actor = await requireActor();
    const savedAt = now();
    return { ...(await saveUpdate(actor, saveUpdateSchema.parse(raw), savedAt)), savedAt };
  });
}

/** What somebody else saved meanwhile, to be looked at beside what was typed. */
export async function loadUpdateAction(raw: unknown): Promise<Answer<UpdateForm["working"]>> {
  return answer(async () => {
    const { periodId, subjectId } = updateFormKeySchema.parse(raw);
    return (await getUpdateForm(await requireActor(), periodId, subjectId)).working;
  });
}

/** The Secretariat accepts a submitted update. */
export async function acceptUpdateAction(raw: unknown): Promise<Answer<Saved>> {
  return answer(async () => acceptUpdate(await requireActor(), updateVersionSchema.parse(raw), now()));
}

/** The Secretariat returns a submitted update with a note. */
export async function returnUpdateAction(raw: unknown): Promise<Answer<Saved>> {
  return answer(async () => returnUpdate(await requireActor(), returnUpdateSchema.parse(raw), now()));
}
