import { planFileFormat, type PlanFile } from "#lib/imports/plan-files/schema.ts";

/** Milestones of one commitment; a plan of 5,000 has 500 of them. */
const perCommitment = 10;

const sentence = "მუნიციპალიტეტის ვებგვერდზე საჯარო ინფორმაციის გამოქვეყნების წესის შემუშავება, დამტკიცება და მოსახლეობისთვის გაცნობა";

/**
 * A plan with so many milestones, each with what a real one has: a title of a line in Georgian, mostly in English too, a term,
 * a lead agency, an indicator, means of verification and, every fifth one, a budget line.
 */
export function generatedPlan(milestones: number): PlanFile {
  const organisations = Array.from({ length: 40 }, (_, index) => ({ key: `agency-${index + 1}`, name: { ka: `უწყება N${index + 1}`, en: `Agency No. ${index + 1}` }, kind: "public_body" }));
  const agency = (index: number) => `agency-${(index % 40) + 1}`;
  return {
    format: planFileFormat,
    plan: { slug: `generated-${milestones}`, title: { ka: "საზომი გეგმა", en: "A plan to measure by" }, level: "national", countryCode: "GE", vocabulary: "commitment", startsOn: "2026", endsOn: "2027", secretariat: "agency-1", scale: "georgia" },
    legalActs: [],
    organisations,
    parts: Array.from({ length: 10 }, (_, index) => ({ key: `challenge-${index + 1}`, kind: "challenge" as const, number: String(index + 1), title: { ka: `გამოწვევა ${index + 1}` } })),
    commitments: Array.from({ length: Math.ceil(milestones / perCommitment) }, (_, index) => ({
      part: `challenge-${(index % 10) + 1}`,
      number: String(index + 1),
      slug: `c-${index + 1}`,
      title: { ka: `${sentence} (${index + 1})`, en: `Draft, approve and explain the rule of publishing information, ${index + 1}` },
      description: { ka: `${sentence}. ${sentence}. ${sentence}.` },
      startsOn: "2026-01",
      endsOn: "2027-12",
      lead: agency(index),
      thematicAreas: ["transparency"],
      milestones: Array.from({ length: Math.min(perCommitment, milestones - index * perCommitment) }, (__, step) => ({
        number: `${index + 1}.${step + 1}`,
        title: { ka: `${sentence}, ეტაპი ${index + 1}.${step + 1}`, ...(step % 3 ? { en: `Step ${step + 1} of ${index + 1}: draft, approve and explain` } : {}) },
        startsOn: "2026-03",
        endsOn: "2026-10-31",
        lead: agency(index + step),
        partners: [agency(index + step + 1)],
        indicators: [{ text: { ka: `შემუშავებული დოკუმენტების რაოდენობა ${step}` }, baseline: 0, target: step + 1, unit: { ka: "დოკუმენტი" } }],
        verificationSources: [{ text: { ka: "ვებგვერდზე გამოქვეყნებული დოკუმენტი" } }],
        ...(step % 5 ? {} : { budget: [{ amount: 1_000 * (step + 1), currency: "GEL", programmeCode: "01 01 02", fundingSource: "state_budget" }] }),
      })),
    })),
    periods: [],
  };
}
