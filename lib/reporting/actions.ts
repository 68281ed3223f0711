"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import type { Actor } from "#lib/actors/schema.ts";
import { localeSchema } from "#lib/localized/schema.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { acceptUpdate, returnUpdate, saveAndSubmitUpdate, saveUpdate, type Saved } from "./commands.ts";
import { getUpdateForm, type UpdateForm } from "./queries.ts";
import { returnUpdateSchema, saveUpdateSchema, updateVersionSchema, type SaveUpdateInput } from "./schema.ts";

/** What the form keeps of a save: the version to name next time, and when it was. */
export interface SavedAnswer extends Saved {
  savedAt: Date;
}

async function saving(raw: unknown, command: (actor: Actor, input: SaveUpdateInput, now: Date) => Promise<Saved>): Promise<Answer<SavedAnswer>> {
  return answer(async () => {
    const actor = await requireActor();
    const savedAt = new Date();
    return { ...(await command(actor, saveUpdateSchema.parse(raw), savedAt)), savedAt };
  });
}

/** Saves the draft as it is. */
export async function saveUpdateAction(raw: unknown): Promise<Answer<SavedAnswer>> {
  return saving(raw, saveUpdate);
}

/** Saves and sends to the Secretariat. */
export async function submitUpdateAction(raw: unknown): Promise<Answer<SavedAnswer>> {
  return saving(raw, saveAndSubmitUpdate);
}

const formKeySchema = z.object({ periodId: z.uuid(), subjectId: z.uuid() });

/** What somebody else saved meanwhile, to be looked at beside what was typed. */
export async function loadUpdateAction(raw: unknown): Promise<Answer<UpdateForm["working"]>> {
  return answer(async () => {
    const { periodId, subjectId } = formKeySchema.parse(raw);
    return (await getUpdateForm(await requireActor(), periodId, subjectId)).working;
  });
}

export type ReviewAnswer = Answer<Saved> | null;

/** The Secretariat's "accept" button; back to the queue when done. */
export async function acceptUpdateAction(_before: ReviewAnswer, form: FormData): Promise<ReviewAnswer> {
  const result = await answer(async () => acceptUpdate(await requireActor(), updateVersionSchema.parse(Object.fromEntries(form)), new Date()));
  return result.ok ? backToQueue(form, "accepted") : result;
}

/** The Secretariat's "return" button with its note; back to the queue when done. */
export async function returnUpdateAction(_before: ReviewAnswer, form: FormData): Promise<ReviewAnswer> {
  const result = await answer(async () => returnUpdate(await requireActor(), returnUpdateSchema.parse(Object.fromEntries(form)), new Date()));
  return result.ok ? backToQueue(form, "returned") : result;
}

function backToQueue(form: FormData, done: string): never {
  redirect(`/${localeSchema.catch("ka").parse(form.get("locale"))}/workspace/review?done=${done}`);
}
