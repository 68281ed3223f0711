"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { addSection, moveSection, removeSection, saveSection } from "./commands.ts";
import { getSection, type WrittenSection } from "./queries.ts";
import { addSectionSchema, moveSectionSchema, removeSectionSchema, saveSectionSchema, sectionPlaceSchema, type SavedOrder, type SavedSection } from "./schema.ts";

/** What is written in a section now: for its writer to begin from, and to see what a colleague saved meanwhile. */
export async function loadSectionAction(raw: unknown): Promise<Answer<WrittenSection | null>> {
  return answer(async () => {
    const { reportId, key } = sectionPlaceSchema.parse(raw);
    const found = await getSection(await requireActor(), reportId, key);
    if (!found) throw new DomainError("NOT_FOUND");
    return found.section;
  });
}

export async function saveSectionAction(raw: unknown): Promise<Answer<SavedSection>> {
  return answer(async () => saveSection(await requireActor(), saveSectionSchema.parse(raw), now()));
}

export async function moveSectionAction(raw: unknown): Promise<Answer<SavedOrder>> {
  return answer(async () => moveSection(await requireActor(), moveSectionSchema.parse(raw), now()));
}

export async function addSectionAction(raw: unknown): Promise<Answer<SavedOrder>> {
  return answer(async () => addSection(await requireActor(), addSectionSchema.parse(raw), now()));
}

export async function removeSectionAction(raw: unknown): Promise<Answer<SavedOrder>> {
  return answer(async () => removeSection(await requireActor(), removeSectionSchema.parse(raw), now()));
}
