"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { addOrganisationsOfPlan, changeOrganisation, createOrganisation } from "#lib/organisations/commands.ts";
import { changeOrganisationSchema, createOrganisationSchema, type ChangeOrganisationInput, type CreateOrganisationInput } from "#lib/organisations/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";

/** Adds an organisation. */
export async function createOrganisationAction(raw: CreateOrganisationInput) {
  return answer(async () => createOrganisation(await requireActor(), createOrganisationSchema.parse(raw), now()));
}

/** Gives an organisation another name, or says of which municipality it is. */
export async function changeOrganisationAction(raw: ChangeOrganisationInput) {
  return answer(async () => changeOrganisation(await requireActor(), changeOrganisationSchema.parse(raw), now()));
}

/** Adds an organisation that a plan names and the list has not. */
export async function nameOrganisationAction(raw: CreateOrganisationInput) {
  return answer(async () => {
    const organisation = { id: newId(), ...createOrganisationSchema.parse(raw) };
    await addOrganisationsOfPlan(await requireActor(), [organisation], now());
    return { id: organisation.id };
  });
}
