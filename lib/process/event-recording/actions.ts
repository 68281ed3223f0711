"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { getEventForEditing, type EventRecord } from "#lib/process/events/queries.ts";
import { cancelEventSchema, eventVersionSchema, saveEventSchema } from "#lib/process/events/schema.ts";
import { cancelEvent, deleteDraftEvent, saveAndPublishEvent, saveEvent, type SavedEvent } from "./commands.ts";

/** Saves an event as it is: a draft for its Secretariat, a public one on the record. */
export async function saveEventAction(raw: unknown): Promise<Answer<SavedEvent>> {
  return answer(async () => saveEvent(await requireActor(), saveEventSchema.parse(raw), now()));
}

/** Saves and publishes. */
export async function publishEventAction(raw: unknown): Promise<Answer<SavedEvent>> {
  return answer(async () => saveAndPublishEvent(await requireActor(), saveEventSchema.parse(raw), now()));
}

/** Says that a public event does not take place. */
export async function cancelEventAction(raw: unknown): Promise<Answer<SavedEvent>> {
  return answer(async () => cancelEvent(await requireActor(), cancelEventSchema.parse(raw), now()));
}

/** Deletes a draft. */
export async function deleteDraftEventAction(raw: unknown): Promise<Answer<void>> {
  return answer(async () => deleteDraftEvent(await requireActor(), eventVersionSchema.parse(raw), now()));
}

/** What somebody else saved meanwhile, to be looked at beside what was typed; null: there is no such event any more. */
export async function loadEventAction(raw: unknown): Promise<Answer<EventRecord | null>> {
  return answer(async () => getEventForEditing(await requireActor(), z.uuid().parse(raw)));
}
