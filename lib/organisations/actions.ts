"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { addOrganisationsOfPlan, createOrganisation, renameOrganisation } from "#lib/organisations/commands.ts";
import { createOrganisationSchema, renameOrganisationSchema, type CreateOrganisationInput, type RenameOrganisationInput } from "#lib/organisations/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";

/** Adds an organisation. */
export async function createOrganisationAction(raw: CreateOrganisationInput) {
  return answer(async () => createOrganisation(await requireActor(), createOrganisationSchema.parse(raw), now()));
}

/** Gives an organisation another name. */
export async function renameOrganisationAction(raw: RenameOrganisationInput) {
  return answer(async () => renameOrganisation(await requireActor(), renameOrganisationSchema.parse(raw), now()));
}

/** Adds an organisation that a plan names and the list has not. */
export async function nameOrganisationAction(raw: CreateOrganisationInput) {
  return answer(async () => {
    const organisation = { id: newId(), ...createOrganisationSchema.parse(raw) };
    await addOrganisationsOfPlan(await requireActor(), [organisation], now());
    return { id: organisation.id };
  });
}
