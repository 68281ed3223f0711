import { describe, expect, test } from "vitest";
import {
  assessmentAfter, assessmentTransitions, chosenAssessor, irmOfDraft, missingToPublish, organisationsInvolved, requireAssessable, requireGradeOfScale, requireIndependence, requireIrm,
  requirePublishable, type AssessmentStep,
} from "./rules.ts";
import { assessmentStatuses, noIrm, type AssessmentStatus, type Assessor } from "./schema.ts";

const allowed: Record<AssessmentStep, Partial<Record<AssessmentStatus, AssessmentStatus>>> = {
  save: { draft: "draft" },
  publish: { draft: "published" },
  supersede: { published: "superseded" },
};
const pairs = (Object.keys(assessmentTransitions) as AssessmentStep[]).flatMap((step) => assessmentStatuses.map((from) => [step, from] as const));

test.each(pairs)("%s from %s", (step, from) => {
  const to = allowed[step][from];
  if (to) expect(assessmentAfter(step, from)).toBe(to);
  else expect(() => assessmentAfter(step, from)).toThrow("TRANSITION_NOT_ALLOWED");
});

describe("a grade", () => {
  const scale = [{ id: "fully" }, { id: "none" }];

  test("belongs to the plan's own scale", () => {
    expect(() => requireGradeOfScale("fully", scale)).not.toThrow();
    expect(() => requireGradeOfScale("fifth-step-of-another-scale", scale)).toThrow("INVALID_INPUT");
  });

  test("may be missing while drafting", () => expect(() => requireGradeOfScale(null, scale)).not.toThrow());
});

describe("to publish is to judge", () => {
  const reason = { ka: undefined, en: "Because" };
  const completion = { ...noIrm, completion: "completion.limited" };

  test("by the Secretariat: by its scale, with or without words", () => {
    expect(missingToPublish("secretariat", { gradeId: null, irm: noIrm, narrative: reason })).toEqual({ gradeId: "choiceRequired" });
    expect(missingToPublish("secretariat", { gradeId: "fully", irm: noIrm, narrative: null })).toEqual({});
  });

  test("by a monitor: by the plan's scale or IRM's completion, with a reason in one language", () => {
    expect(missingToPublish("independent", { gradeId: null, irm: { ...noIrm, potential: "potential.modest" }, narrative: {} })).toEqual({ gradeId: "judgementRequired", narrative: "judgementReasonRequired" });
    expect(missingToPublish("independent", { gradeId: null, irm: completion, narrative: reason })).toEqual({});
    expect(missingToPublish("independent", { gradeId: "fully", irm: noIrm, narrative: reason })).toEqual({});
    expect(() => requirePublishable("independent", { gradeId: "fully", irm: noIrm, narrative: null })).toThrow("INVALID_INPUT");
  });
});

describe("IRM's scales", () => {
  const grades = [{ axis: "completion", code: "completion.limited", name: "Limited" }, { axis: "early_results", code: "early_results.major", name: "Major" }];

  test("take their own grades only, and only from a monitor", () => {
    expect(() => requireIrm("independent", { ...noIrm, completion: "completion.limited", earlyResults: "early_results.major" }, grades)).not.toThrow();
    expect(() => requireIrm("independent", { ...noIrm, potential: "completion.limited" }, grades)).toThrow("INVALID_INPUT");
    expect(() => requireIrm("independent", { ...noIrm, completion: "completion.unheard_of" }, grades)).toThrow("INVALID_INPUT");
    expect(() => requireIrm("secretariat", { ...noIrm, completion: "completion.limited" }, grades)).toThrow("INVALID_INPUT");
    expect(() => requireIrm("secretariat", noIrm, grades)).not.toThrow();
  });

  test("show what a draft names", () => {
    const [limited] = grades;
    const scales = { completion: grades, verifiable: [], potential: [], earlyResults: [] };
    expect(irmOfDraft({ ...noIrm, completion: "completion.limited" }, scales)).toEqual({ ...noIrm, completion: limited });
    expect(irmOfDraft({ ...noIrm, completion: "completion.limited" }, null)).toEqual(noIrm);
  });
});

describe("independence", () => {
  const at = (leadOrganisationId: string, ...partners: string[]) => ({ leadOrganisationId, partnerships: partners.map((organisationId) => ({ organisationId })) });
  const involved = organisationsInvolved({ secretariatId: "secretariat" }, { ...at("agency", "partner"), milestones: [at("bureau", "ally")] });

  test.each(["secretariat", "agency", "partner", "bureau", "ally"])("%s has a hand in the commitment", (organisationId) => {
    expect(() => requireIndependence({ voice: "independent", organisationId }, involved)).toThrow("INDEPENDENCE");
    expect(() => requireIndependence({ voice: "secretariat", organisationId }, involved)).not.toThrow();
  });

  test("anybody else judges from outside", () => expect(() => requireIndependence({ voice: "independent", organisationId: "watch" }, involved)).not.toThrow());
});

test("nobody speaks in a name that was not chosen, where there are several", () => {
  const [office, watch]: { assessor: Assessor }[] = [{ assessor: { voice: "secretariat" } }, { assessor: { voice: "independent", organisationId: "watch" } }];
  if (!office || !watch) throw new Error("two choices");
  expect([chosenAssessor([office], undefined), chosenAssessor([office, watch], undefined), chosenAssessor([], undefined)]).toEqual([office, null, null]);
  expect([chosenAssessor([office, watch], "secretariat"), chosenAssessor([office, watch], "watch"), chosenAssessor([office], "watch")]).toEqual([office, watch, null]);
});

test.each([
  ["draft", "open", "PLAN_NOT_ADOPTED"],
  ["in_consultation", "open", "PLAN_NOT_ADOPTED"],
  ["adopted", "upcoming", "PERIOD_NOT_OPEN"],
  ["adopted", "open", null],
  ["adopted", "closed", null],
  ["closed", "closed", null],
])("a %s plan in a period that is %s: %s", (plan, period, refusal) => {
  const check = () => requireAssessable({ status: plan }, { status: period });
  if (refusal) expect(check).toThrow(refusal);
  else expect(check).not.toThrow();
});
