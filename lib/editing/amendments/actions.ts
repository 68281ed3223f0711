"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import type { PlanEditInput } from "#lib/editing/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { discardAmendment, makeAmendment, saveAmendment, saveEdit, unstageEdit } from "./commands.ts";
import { amendmentTextsSchema, amendmentVersionSchema, stagedEditSchema } from "./schema.ts";

const inPlan = z.object({ planId: z.uuid() });

/** One edit: into the plan while it is being written, into the draft amendment once it is adopted. */
export async function saveEditAction(raw: { planId: string; edit: PlanEditInput }) {
  return answer(async () => saveEdit(await requireActor(), { ...inPlan.parse(raw), edit: raw.edit }, now()));
}

/** Takes the staged change of one thing back. */
export async function unstageEditAction(raw: z.input<typeof stagedEditSchema>) {
  return answer(async () => unstageEdit(await requireActor(), stagedEditSchema.parse(raw), now()));
}

/** Keeps reason and legal act of an amendment in preparation. */
export async function saveAmendmentAction(raw: z.input<typeof amendmentTextsSchema>) {
  return answer(async () => saveAmendment(await requireActor(), amendmentTextsSchema.parse(raw), now()));
}

/** Puts an amendment on the record. */
export async function makeAmendmentAction(raw: z.input<typeof amendmentTextsSchema>) {
  return answer(async () => makeAmendment(await requireActor(), amendmentTextsSchema.parse(raw), now()));
}

/** Throws an amendment in preparation away. */
export async function discardAmendmentAction(raw: z.input<typeof amendmentVersionSchema>) {
  return answer(async () => discardAmendment(await requireActor(), amendmentVersionSchema.parse(raw), now()));
}
