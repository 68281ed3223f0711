"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";
import { adoptPlan, closePlan, createPlan, deleteDraftPlan, openPlanConsultation, withdrawPlanConsultation } from "./commands.ts";
import { createPlanSchema, type CreatePlanInput } from "./schema.ts";

const planVersion = z.object({ planId: z.uuid(), version: z.int().positive() });
/** `endsOn`: the last day of the consultation. */
const movePlan = z.discriminatedUnion("step", [
  planVersion.extend({ step: z.literal("consult"), endsOn: dateSchema }),
  planVersion.extend({ step: z.enum(["withdraw", "adopt", "close"]) }),
]);
export type MovePlanInput = z.infer<typeof movePlan>;

/** Begins a plan, as a draft. */
export async function createPlanAction(raw: CreatePlanInput) {
  return answer(async () => createPlan(await requireActor(), createPlanSchema.parse(raw), now()));
}

/** One step of a plan's life. */
export async function movePlanAction(raw: MovePlanInput) {
  return answer(async () => {
    const actor = await requireActor();
    const { step, ...input } = movePlan.parse(raw);
    if (step === "consult") return openPlanConsultation(actor, input, now());
    const command = { withdraw: withdrawPlanConsultation, adopt: adoptPlan, close: closePlan }[step];
    return command(actor, input, now());
  });
}

/** Deletes a plan that nobody outside has ever seen. */
export async function deleteDraftPlanAction(raw: z.infer<typeof planVersion>) {
  return answer(async () => deleteDraftPlan(await requireActor(), planVersion.parse(raw), now()));
}
