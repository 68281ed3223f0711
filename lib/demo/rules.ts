import type { Role } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** Slugs of the organisations that the demo plans name. */
const secretariats = ["ogp-georgia-secretariat", "dmanisi-administration-service"];

/** The plan files of the demo, and the plan that is open for reporting. */
export const demoPlans = ["georgia-2018-2019", "dmanisi-2024-2025"] as const;
export const reportedPlan = "dmanisi-2024-2025";

/** The file of working groups that a source tells of. */
export const demoProcess = "working-groups";

/** Organisations that the demo's sources name and its plans do not: who watches from outside. */
export const demoOrganisations = [{ slug: "progress-house", name: { ka: "პროგრესის სახლი", en: "Progress House" }, kindCode: "civil_society" }] as const;

/** One account a role, and a coordinator for each plan. Roles, not people: nobody is invented. */
export const demoPeople: readonly { role: Role; email: string; name: string; organisations: readonly string[] }[] = [
  { role: "administrator", email: "administrator@demo.example", name: "ადმინისტრატორი", organisations: [] },
  { role: "secretariat", email: "secretariat@demo.example", name: "სამდივნოს თანამშრომელი", organisations: secretariats },
  { role: "moderator", email: "moderator@demo.example", name: "მოდერატორი", organisations: secretariats },
  { role: "coordinator", email: "coordinator-dmanisi@demo.example", name: "კოორდინატორი (დმანისი)", organisations: ["dmanisi-administrative-service"] },
  { role: "coordinator", email: "coordinator-zugdidi@demo.example", name: "კოორდინატორი (ზუგდიდი)", organisations: ["zugdidi-city-hall"] },
  { role: "monitor", email: "monitor@demo.example", name: "დამოუკიდებელი მონიტორი", organisations: ["progress-house"] },
];

/** The half-year in which an instant falls in Tbilisi; days are `YYYY-MM-DD`. What was done in it is to be reported by its end. */
export function halfYearOf(now: Date): { slug: string; label: Localized; startsOn: string; endsOn: string; dueOn: string } {
  const [year, month] = dayOf(now).split("-");
  const first = Number(month) <= 6;
  const endsOn = first ? `${year}-06-30` : `${year}-12-31`;
  return {
    slug: `${year}-h${first ? 1 : 2}`,
    label: { ka: `${year}, ${first ? "I" : "II"} ნახევარი`, en: `${year}, ${first ? "first" : "second"} half` },
    startsOn: first ? `${year}-01-01` : `${year}-07-01`,
    endsOn,
    dueOn: endsOn,
  };
}
