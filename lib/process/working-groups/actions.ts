"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { deleteDraftGroup, saveAndPublishGroup, saveGroup, type SavedGroup } from "./commands.ts";
import { getGroupForEditing, type GroupRecord } from "./queries.ts";
import { groupVersionSchema, saveGroupSchema } from "./schema.ts";

/** Saves a group as it is: a draft for its Secretariat, a public one on the record. */
export async function saveGroupAction(raw: unknown): Promise<Answer<SavedGroup>> {
  return answer(async () => saveGroup(await requireActor(), saveGroupSchema.parse(raw), now()));
}

/** Saves and publishes. */
export async function publishGroupAction(raw: unknown): Promise<Answer<SavedGroup>> {
  return answer(async () => saveAndPublishGroup(await requireActor(), saveGroupSchema.parse(raw), now()));
}

/** Deletes a draft. */
export async function deleteDraftGroupAction(raw: unknown): Promise<Answer<void>> {
  return answer(async () => deleteDraftGroup(await requireActor(), groupVersionSchema.parse(raw), now()));
}

/** What somebody else saved meanwhile; null: there is no such group any more. */
export async function loadGroupAction(raw: unknown): Promise<Answer<GroupRecord | null>> {
  return answer(async () => getGroupForEditing(await requireActor(), z.uuid().parse(raw)));
}
