import type { Actor, Role } from "#lib/actors/schema.ts";
import { systemActor } from "#lib/actors/schema.ts";
import { createCommitment } from "#lib/commitments/commands.ts";
import type { CreateCommitmentInput } from "#lib/commitments/schema.ts";
import { ensureLists } from "#lib/lists/commands.ts";
import { createMilestone } from "#lib/milestones/commands.ts";
import type { CreateMilestoneInput } from "#lib/milestones/schema.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { createPeriod, openPeriod } from "#lib/periods/commands.ts";
import { adoptPlan, createPlan } from "#lib/plans/commands.ts";
import type { CreatePlanInput } from "#lib/plans/schema.ts";
import { saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import type { SaveUpdateInput } from "#lib/reporting/schema.ts";

let count = 0;
const system = systemActor("factory");

/** The instant at which everything here is made unless told otherwise: before every deadline of the plans made. */
export const factoryNow = new Date("2024-02-01T08:00:00Z");

/** Somebody with one role; an administrator's has no organisation. */
export function actorAs(role: Role, organisationId: string | null = null): Actor {
  return { accountId: null, name: `${role} ${organisationId ?? ""}`.trim(), memberships: [{ role, organisationId }], system: false };
}

/** An organisation of its own; the name is the slug without its number. */
export async function anOrganisation(name = "agency", kindCode = "public_body") {
  await ensureLists(factoryNow);
  return createOrganisation(system, { slug: `${name}-${++count}`, name: { ka: `${name} ${count}`, en: `${name} ${count}` }, kindCode }, factoryNow);
}

/** A draft plan with its Secretariat, and who works there. */
export async function aDraftPlan(changes: Partial<CreatePlanInput> = {}) {
  const secretariat = await anOrganisation("secretariat", "secretariat");
  const reviewer = actorAs("secretariat", secretariat.id);
  const input: CreatePlanInput = { slug: `plan-${++count}`, title: { ka: "გეგმა", en: "Plan" }, level: "national", countryCode: "GE", startsOn: "2024", endsOn: "2025", secretariatId: secretariat.id, ...changes };
  const plan = await createPlan(reviewer, input, factoryNow);
  return { plan, secretariat, reviewer, slug: input.slug };
}

/** What a commitment needs at least. */
export function commitmentInput(planId: string, leadOrganisationId: string, changes: Partial<CreateCommitmentInput> = {}): CreateCommitmentInput {
  return { planId, leadOrganisationId, number: "1", slug: "one", title: { ka: "ვალდებულება" }, startsOn: "2024-03", endsOn: "2025-12", ...changes };
}

/** What a milestone needs at least. */
export function milestoneInput(commitmentId: string, leadOrganisationId: string, changes: Partial<CreateMilestoneInput> = {}): CreateMilestoneInput {
  return { commitmentId, leadOrganisationId, number: "1.1", title: { ka: "ეტაპი" }, ...changes };
}

/** An adopted plan with one commitment of two milestones, led by one agency, and an open period. */
export async function anOpenPlan() {
  const draft = await aDraftPlan();
  const { plan, reviewer } = draft;
  const agency = await anOrganisation();
  const commitment = await createCommitment(reviewer, commitmentInput(plan.id, agency.id), factoryNow);
  const milestone = await createMilestone(reviewer, milestoneInput(commitment.id, agency.id), factoryNow);
  const other = await createMilestone(reviewer, milestoneInput(commitment.id, agency.id, { number: "1.2" }), factoryNow);
  await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, factoryNow);
  const days = { startsOn: "2024-01-01", endsOn: "2024-06-30", dueOn: "2024-06-30" };
  const period = await createPeriod(reviewer, { planId: plan.id, slug: "2024-h1", label: { ka: "2024, I ნახევარი", en: "2024, first half" }, kind: "half_year", ...days }, factoryNow);
  await openPeriod(reviewer, { periodId: period.id, version: period.version }, factoryNow);
  return { ...draft, agency, coordinator: actorAs("coordinator", agency.id), commitment, milestone, other, period };
}

/** As {@link anOpenPlan}, with an update of the first milestone that waits for review. */
export async function aSubmittedUpdate(changes: Partial<SaveUpdateInput> = {}) {
  const open = await anOpenPlan();
  const { commitment, milestone, period, coordinator } = open;
  const input: SaveUpdateInput = {
    id: null, version: null, periodId: period.id, subject: { commitmentId: commitment.id, milestoneId: milestone.id }, progress: "in_progress",
    result: { ka: "სამუშაო დაიწყო", en: "Work has begun" }, reasons: {}, noProgress: false, actuals: [], evidence: [], ...changes,
  };
  return { ...open, update: await saveAndSubmitUpdate(coordinator, input, factoryNow) };
}
