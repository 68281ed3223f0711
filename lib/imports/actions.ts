"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { discardImport, finishMapping, previewAgain, reopenMapping, saveMapping, startImport } from "./commands.ts";
import { importRefSchema, mappedImportSchema, startImportSchema, type ImportRef, type MappedImport, type StartImportInput } from "./schema.ts";

type Done = Promise<Answer<{ id: string }>>;

/** Keeps what was said of the columns so far. */
export async function saveMappingAction(raw: MappedImport): Promise<Answer<{ version: number }>> {
  return answer(async () => ({ version: (await saveMapping(await requireActor(), mappedImportSchema.parse(raw), now())).version }));
}

/** Goes on from the columns to the preview. */
export async function finishMappingAction(raw: MappedImport): Done {
  return answer(async () => finishMapping(await requireActor(), mappedImportSchema.parse(raw), now()));
}

/** Goes back from the preview to the columns. */
export async function reopenMappingAction(raw: ImportRef): Done {
  return answer(async () => reopenMapping(await requireActor(), importRefSchema.parse(raw), now()));
}

/** Looks again at what a failed import would do. */
export async function previewAgainAction(raw: ImportRef): Done {
  return answer(async () => previewAgain(await requireActor(), importRefSchema.parse(raw), now()));
}

export async function discardImportAction(raw: ImportRef): Done {
  return answer(async () => discardImport(await requireActor(), importRefSchema.parse(raw), now()));
}

/** Starts what the preview shows. */
export async function startImportAction(raw: StartImportInput): Done {
  return answer(async () => startImport(await requireActor(), startImportSchema.parse(raw), now()));
}
