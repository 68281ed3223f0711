"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/accounts/queries.ts";
import { localeSchema } from "#lib/localized/schema.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { closePeriod, createPeriod, openPeriod, reopenPeriod } from "./commands.ts";
import type { PeriodStep } from "./rules.ts";
import { createPeriodSchema, periodVersionSchema } from "./schema.ts";

export type PeriodAnswer = Answer<{ id: string; version: number }> | null;

const commandOf = { open: openPeriod, close: closePeriod, reopen: reopenPeriod };

/** Takes one step in a period's life; the step is bound by the button that asks. Back to the list when done. */
export async function movePeriodAction(step: PeriodStep, _before: PeriodAnswer, form: FormData): Promise<PeriodAnswer> {
  const result = await answer(async () => {
    if (!Object.hasOwn(commandOf, step)) throw new TypeError("unknown step");
    return commandOf[step](await requireActor(), periodVersionSchema.parse(Object.fromEntries(form)), new Date());
  });
  return result.ok ? backToList(form) : result;
}

/** Adds an upcoming period from the plain fields of its form (`label.ka`, `label.en`…). */
export async function createPeriodAction(_before: PeriodAnswer, form: FormData): Promise<PeriodAnswer> {
  const result = await answer(async () => {
    const fields = Object.fromEntries(form);
    const label = { ka: fields["label.ka"], en: fields["label.en"] };
    return createPeriod(await requireActor(), createPeriodSchema.parse({ ...fields, label }), new Date());
  });
  return result.ok ? backToList(form) : result;
}

function backToList(form: FormData): never {
  redirect(`/${localeSchema.catch("ka").parse(form.get("locale"))}/workspace/periods`);
}
