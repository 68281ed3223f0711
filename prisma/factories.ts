import type { Actor, Role } from "#lib/record/actors/schema.ts";
import { systemActor } from "#lib/record/actors/schema.ts";
import type { FieldsInputOf, PlanEditInput } from "#lib/editing/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { createPeriod, openPeriod } from "#lib/reporting/periods/commands.ts";
import { amendPlan, applyEdits } from "#lib/editing/plan-edits/commands.ts";
import { adoptPlan, createPlan } from "#lib/plans/commands.ts";
import type { CreatePlanInput } from "#lib/plans/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
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

/** Edits a plan as its status asks for: at once while it is written, by an amendment once it is adopted. */
export async function edit(actor: Actor, planId: string, edits: PlanEditInput[]) {
  const { status } = await db().plan.findUniqueOrThrow({ where: { id: planId }, select: { status: true } });
  if (status !== "adopted") return applyEdits(actor, { planId, edits }, factoryNow);
  return amendPlan(actor, { planId, edits, reason: { ka: "საჭიროა", en: "It is needed" }, legalActId: null }, factoryNow);
}

/** A commitment with what it needs at least, last in the plan. */
export async function addCommitment(actor: Actor, planId: string, leadOrganisationId: string, changes: Partial<FieldsInputOf<"commitment">> = {}, place: { partId?: string } = {}) {
  const id = newId();
  const fields = { leadOrganisationId, number: "1", slug: "one", title: { ka: "ვალდებულება" }, startsOn: "2024-03", endsOn: "2025-12", ...changes };
  await edit(actor, planId, [{ op: "add", entity: "commitment", id, fields, place }]);
  return { id, planId };
}

/** A milestone with what it needs at least, last in its commitment. */
export async function addMilestone(actor: Actor, commitment: { id: string; planId: string }, leadOrganisationId: string, changes: Partial<FieldsInputOf<"milestone">> = {}, place: { parentId?: string } = {}) {
  const id = newId();
  const fields = { leadOrganisationId, number: "1.1", title: { ka: "ეტაპი" }, ...changes };
  await edit(actor, commitment.planId, [{ op: "add", entity: "milestone", id, fields, place: { commitmentId: commitment.id, ...place } }]);
  return { id };
}

/** An adopted plan with one commitment of two milestones, led by one agency, and an open period. */
export async function anOpenPlan() {
  const draft = await aDraftPlan();
  const { plan, reviewer } = draft;
  const agency = await anOrganisation();
  const commitment = await addCommitment(reviewer, plan.id, agency.id);
  const milestone = await addMilestone(reviewer, commitment, agency.id);
  const other = await addMilestone(reviewer, commitment, agency.id, { number: "1.2" });
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
