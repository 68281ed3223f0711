import { locales } from "#lib/record/localized/schema.ts";
import type { PlanEntity } from "#lib/editing/schema.ts";

/** What a form holds of one field: everything that is typed is a string, "" is "not stated". */
export type FormValue = string | boolean | { [key: string]: FormValue } | FormValue[];
export type FormValues = Record<string, FormValue>;

type Shape = null | "" | 0 | false | { readonly [key: string]: Shape } | readonly [Shape];

const text = { ka: "", en: "" } as const;
const line = { id: null } as const;
const lines = {
  partnerships: [{ organisationId: "", role: "" }],
  indicators: [{ ...line, code: null, text, baseline: null, target: null, unit: text }],
  sources: [{ ...line, text }],
  budgetLines: [{ amount: null, currency: null, programmeCode: null, fundingSourceCode: null, noAdditionalCost: false, statedText: text }],
} as const;
const term = { startsOn: null, endsOn: null } as const;

/**
 * The fields of each form. `null`: what is left empty is sent as null; `""`: it is sent as it is, and refused where it is
 * needed; `0`: a number; a list has one entry that says what its lines are.
 */
const shapes: Record<PlanEntity, { readonly [key: string]: Shape }> = {
  plan: {
    title: text, introduction: text, level: "", countryCode: "", locality: text, vocabulary: "", startsOn: "", endsOn: "", scaleCode: "", consultationDays: 0, sourceNote: text,
  },
  legal_act: { kind: text, number: "", date: "", issuingBody: text, title: text, text, appealTerms: text, signatory: text, url: null },
  part: { kind: "", number: "", title: text, description: text, note: text, slug: null },
  commitment: {
    number: "", title: text, leadOrganisationId: "", ...term, description: text, expectedOutcome: text, plainSummary: text, ...lines, thematicAreas: [""], sdgs: [0], sourceNote: text, slug: null,
  },
  milestone: { number: "", title: text, leadOrganisationId: "", ...term, description: text, ...lines },
};

/** What a new one begins with. */
const begun: Partial<Record<PlanEntity, Record<string, unknown>>> = {
  plan: { countryCode: "GE", vocabulary: "commitment", level: "national", scaleCode: "georgia", consultationDays: 14 },
  part: { kind: "objective" },
};

/** The names of a form's fields, in their order. */
export function fieldNames(entity: PlanEntity): string[] {
  return Object.keys(shapes[entity]);
}

/** What the form shows for what is stated, or for a draft of the same form; nothing: a new one. What the form does not have is left out. */
export function valuesOf(entity: PlanEntity, fields: unknown): FormValues {
  return filled(shapes[entity], fields ?? begun[entity] ?? {}) as FormValues;
}

/** An empty line of a list, for the button that adds one. */
export function blankLine(entity: PlanEntity, list: string): FormValue {
  const shape = shapes[entity][list];
  return Array.isArray(shape) ? filled(shape[0] as Shape, null) : "";
}

function filled(shape: Shape, value: unknown): FormValue {
  if (Array.isArray(shape)) return Array.isArray(value) ? value.map((item) => filled(shape[0] as Shape, item)) : [];
  if (typeof shape === "object" && shape !== null) {
    const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, filled(inner, found[key])]));
  }
  if (shape === false) return value === true;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What the form says, as an edit takes it; still to be parsed. */
export function fieldsFrom(entity: PlanEntity, values: FormValues): Record<string, unknown> {
  return stated(shapes[entity], values) as Record<string, unknown>;
}

function stated(shape: Shape, value: FormValue | undefined): unknown {
  if (Array.isArray(shape)) return Array.isArray(value) ? value.map((item) => stated(shape[0] as Shape, item)) : [];
  if (typeof shape === "object" && shape !== null) {
    const found = typeof value === "object" && !Array.isArray(value) ? value : {};
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, stated(inner, found[key])]));
  }
  if (shape === 0) return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (typeof value === "string" && shape === null) return value.trim() || null;
  return value ?? (shape === false ? false : shape);
}

/** True when two forms say the same. */
export function sameValue(a: FormValue | undefined, b: FormValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** One form in three states: as it was when the person began, as they left it, as a colleague has saved it since. */
export interface Merge {
  values: FormValues;
  /** Fields that only the colleague changed; they are in `values`. */
  taken: string[];
  /** Fields that both changed, differently; `values` has the person's own. */
  disputed: string[];
}

/** Puts together what two people did to the same thing, so that nobody's work is lost. */
export function merge(entity: PlanEntity, base: FormValues, mine: FormValues, theirs: FormValues): Merge {
  const names = fieldNames(entity);
  const theirsOnly = (name: string) => sameValue(base[name], mine[name]) && !sameValue(base[name], theirs[name]);
  const both = (name: string) => [base[name], theirs[name]].every((other) => !sameValue(mine[name], other)) && !sameValue(base[name], theirs[name]);
  const taken = names.filter(theirsOnly);
  return { values: { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name] ?? ""])) }, taken, disputed: names.filter(both) };
}

/** The first title or name that was typed, to call an unfinished form by; null: none yet. */
export function calledIn(values: unknown): { number: string; title: { ka: string; en: string } } {
  const { number, title, kind } = filled({ number: "", title: text, kind: text }, values) as { number: string; title: { ka: string; en: string }; kind: { ka: string; en: string } };
  const [first = ""] = locales.map((locale) => title[locale]).filter(Boolean);
  return { number, title: first ? title : kind };
}
