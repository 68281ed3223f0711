import type { z } from "zod";
import { nextProgress, proofProblems } from "#lib/reporting/rules.ts";
import { progressSchema } from "#lib/reporting/schema.ts";
import { endsBeforeStart } from "#lib/record/terms/rules.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";
import { planFileSchema } from "./schema.ts";

/** One thing that is wrong. `message` is a key of `problems` and `expected` in plan-files.json, `values` fill it in. */
export interface PlanFileProblem {
  /** Where in the file: `commitments[0].milestones[2].endsOn`; "" is the whole. */
  path: string;
  message: string;
  values: Record<string, string>;
}

/** Codes of the lists in the record; grades by the scale's code. */
export type KnownCodes = Record<"organisationKinds" | "thematicAreas" | "fundingSources" | "municipalities", string[]> & { grades: Record<string, string[]> };

/** Something of the file with its place. The file may be wrong in any way, so nothing is taken for granted. */
interface Entry {
  at: string;
  fields: Record<string, unknown>;
}

const record = (value: unknown) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === "string" ? value : null);

function entries({ at, fields }: Entry, name: string): Entry[] {
  return items(fields[name]).map((item, index) => ({ at: `${at && `${at}.`}${name}[${index}]`, fields: record(item) }));
}

function problem({ at }: Entry, field: string, message: string, values: Record<string, string> = {}): PlanFileProblem {
  return { path: `${at}.${field}`, message, values };
}

/** Every problem at once: of form, and between entries as far as they can be read. `today`: `YYYY-MM-DD`. */
export function planFileProblems(raw: unknown, known: KnownCodes, today: string): PlanFileProblem[] {
  const { error } = planFileSchema.safeParse(raw);
  const root = { at: "", fields: record(raw) };
  const plan = { at: "plan", fields: record(root.fields.plan) };
  const keys = keysOf(entries(root, "organisations"), "key");
  const found = [
    ...formProblems(error?.issues ?? [], raw),
    ...termProblem(plan),
    ...unknown(plan, "secretariat", keys, "unknownOrganisation"),
    ...unknown(plan, "scale", Object.keys(known.grades), "unknownCode"),
    ...repeated(entries(root, "organisations"), "key", "duplicateKey"),
    ...[plan, ...entries(root, "organisations")].flatMap((entry) => unknown(entry, "municipality", known.municipalities, "unknownCode")),
    ...entries(root, "organisations").flatMap((entry) => unknown(entry, "kind", known.organisationKinds, "unknownCode")),
    ...partProblems(entries(root, "parts")),
    ...commitmentProblems(root, keys, known),
    ...periodProblems(root, known.grades[text(plan.fields.scale) ?? ""], today),
  ];
  // Of one place the first is told: the form goes before what depends on it.
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

const choices = (known: readonly unknown[]) => (known.length > 12 ? [...known.slice(0, 12), "…"] : known).join(", ") || "–";

/** What zod found, in our words. */
function formProblems(issues: readonly z.core.$ZodIssue[], raw: unknown): PlanFileProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.reduce<string>((way, part) => (typeof part === "number" ? `${way}[${part}]` : `${way && `${way}.`}${String(part)}`), "");
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: `${path && `${path}.`}${key}`, message: "unknownField", values: {} }));
    const values = { choices: issue.code === "invalid_value" ? choices(issue.values) : "", type: issue.code === "invalid_type" ? issue.expected : "choice", max: issue.code === "too_big" ? String(issue.maximum) : "" };
    const missing = issue.code !== "custom" && issue.path.reduce<unknown>((value, part) => record(value)[String(part)], raw) === undefined;
    const ours = /^[a-zA-Z]+$/.test(issue.message);
    return [{ path, message: missing ? "missing" : ours ? issue.message : "wrongType", values }];
  });
}

/** What tells entries apart: all of these fields together; null when the last is not there. */
const all = (...names: string[]) => ({ fields }: Entry) => (text(fields[names.at(-1) ?? ""]) === null ? null : JSON.stringify(names.map((name) => fields[name])));
const subjectOf = all("milestone", "commitment");

function keysOf(list: readonly Entry[], field: string): string[] {
  return list.flatMap(({ fields }) => text(fields[field]) ?? []);
}

function repeated(list: readonly Entry[], field: string, message: string, nameOf = all(field)): PlanFileProblem[] {
  const names = list.map(nameOf);
  return list.filter((_, index) => names[index] !== null && names.indexOf(names[index] ?? null) < index).map((entry) => problem(entry, field, message, { value: String(entry.fields[field]) }));
}

/** Names, one or a list of them, that are not among those known. */
function unknown(entry: Entry, field: string, known: readonly string[], message: string): PlanFileProblem[] {
  const value = entry.fields[field];
  const names = Array.isArray(value) ? value.map((name: unknown, index) => [`${field}[${index}]`, name] as const) : [[field, value] as const];
  return names.flatMap(([at, name]) => (typeof name !== "string" || known.includes(name) ? [] : [problem(entry, at, message, { value: name, choices: choices(known) })]));
}

function termProblem(entry: Entry, end = "endsOn"): PlanFileProblem[] {
  const [startsOn = null, endsOn = null] = [entry.fields.startsOn, entry.fields[end]].map((value) => partialDateSchema.safeParse(value).data);
  return endsBeforeStart({ startsOn, endsOn }) ? [problem(entry, end, "endBeforeStart", { value: String(startsOn) })] : [];
}

function partProblems(parts: readonly Entry[]): PlanFileProblem[] {
  return [
    ...repeated(parts, "key", "duplicateKey"),
    ...repeated(parts, "number", "duplicateNumber", all("parent", "kind", "number")),
    ...parts.flatMap((part, index) => unknown(part, "parent", keysOf(parts.slice(0, index), "key"), "unknownPart")),
  ];
}

function commitmentProblems(root: Entry, organisations: readonly string[], known: KnownCodes): PlanFileProblem[] {
  const commitments = entries(root, "commitments");
  const parts = keysOf(entries(root, "parts"), "key");
  return [
    ...repeated(commitments, "slug", "duplicateSlug"),
    ...repeated(commitments, "number", "duplicateNumber", all("part", "number")),
    ...commitments.flatMap((commitment) => [
      ...unknown(commitment, "part", parts, "unknownPart"),
      ...unknown(commitment, "thematicAreas", known.thematicAreas, "unknownCode"),
      ...repeated(milestonesOf(commitment), "number", "duplicateNumber"),
      ...[commitment, ...milestonesOf(commitment)].flatMap((entry) => lineProblems(entry, organisations, known)),
    ]),
  ];
}

/** All of them, also nested ones, in reading order. */
function milestonesOf(entry: Entry): Entry[] {
  return entries(entry, "milestones").flatMap((milestone) => [milestone, ...milestonesOf(milestone)]);
}

function lineProblems(entry: Entry, organisations: readonly string[], known: KnownCodes): PlanFileProblem[] {
  const named = [entry.fields.lead, ...items(entry.fields.coResponsible), ...items(entry.fields.partners)];
  const twice = ["coResponsible", "partners"].flatMap((field) =>
    items(entry.fields[field]).flatMap((key, index) => (named.filter((other) => other === key).length > 1 ? [problem(entry, `${field}[${index}]`, "organisationTwice", { value: String(key) })] : [])),
  );
  return [
    ...termProblem(entry),
    ...["lead", "coResponsible", "partners"].flatMap((field) => unknown(entry, field, organisations, "unknownOrganisation")),
    ...twice,
    ...entries(entry, "budget").flatMap((line) => unknown(line, "fundingSource", known.fundingSources, "unknownCode")),
  ];
}

function periodProblems(root: Entry, grades: readonly string[] | undefined, today: string): PlanFileProblem[] {
  const periods = entries(root, "periods");
  return [
    ...repeated(periods, "slug", "duplicateSlug"),
    ...progressProblems(periods),
    ...periods.flatMap((period) => {
      const [updates, assessments, reports] = [entries(period, "updates"), entries(period, "assessments"), entries(period, "reports")];
      return [
        ...termProblem(period),
        ...termProblem(period, "dueOn"),
        ...(period.fields.status === "upcoming" && updates.length + assessments.length + reports.length > 0 ? [problem(period, "status", "periodUpcoming")] : []),
        ...repeated(updates, "commitment", "subjectTwice", subjectOf),
        ...repeated(assessments, "commitment", "subjectTwice", subjectOf),
        ...repeated(reports, "kind", "reportTwice"),
        ...[...updates, ...assessments, ...reports].filter(({ fields }) => (text(fields.on) ?? "") > today).map((entry) => problem(entry, "on", "dateInFuture", { value: today })),
        ...[...updates, ...assessments].flatMap((entry) => subjectProblems(root, entry)),
        ...assessments.flatMap((entry) => (grades ? unknown(entry, "grade", grades, "unknownCode") : [])),
      ];
    }),
  ];
}

/** Names a commitment and milestone of the file; what it says is completed is proved by promised sources. */
function subjectProblems(root: Entry, entry: Entry): PlanFileProblem[] {
  const commitments = entries(root, "commitments");
  const commitment = commitments.find(({ fields }) => fields.slug === entry.fields.commitment);
  if (!commitment) return unknown(entry, "commitment", keysOf(commitments, "slug"), "unknownCommitment");
  const milestones = milestonesOf(commitment);
  const milestone = milestones.find(({ fields }) => fields.number === entry.fields.milestone);
  if (!milestone && entry.fields.milestone !== undefined) return unknown(entry, "milestone", keysOf(milestones, "number"), "unknownMilestone");
  return evidenceProblems(entry, items((milestone ?? commitment).fields.verificationSources).length);
}

function evidenceProblems(update: Entry, sources: number): PlanFileProblem[] {
  const pieces = entries(update, "evidence");
  const beyond = pieces.filter(({ fields }) => typeof fields.source === "number" && fields.source >= sources);
  const evidence = pieces.map(({ fields }) => ({ verificationSourceId: typeof fields.source === "number" ? String(fields.source) : null }));
  const proof = proofProblems({ progress: progressSchema.safeParse(update.fields.progress).data ?? null, evidence }, { hasSources: sources > 0 });
  return [
    ...beyond.map((piece) => problem(piece, "source", "unknownSource", { value: String(sources - 1) })),
    ...proof.map(([, field, message]) => problem(update, field.replace(/\.(\d+)\.verificationSourceId$/, "[$1].source"), message)),
  ];
}

/** From one period to the next, only what may follow what was reported before. */
function progressProblems(periods: readonly Entry[]): PlanFileProblem[] {
  const before = new Map<string | null, keyof typeof nextProgress>();
  const ordered = periods.toSorted((a, b) => String(a.fields.startsOn).localeCompare(String(b.fields.startsOn)));
  return ordered.flatMap((period) =>
    entries(period, "updates").flatMap((update) => {
      const { data: progress } = progressSchema.safeParse(update.fields.progress);
      if (!progress) return [];
      const earlier = before.get(subjectOf(update));
      before.set(subjectOf(update), progress);
      return earlier && !nextProgress[earlier].includes(progress) ? [problem(update, "progress", "transitionNotAllowed", { value: earlier, choices: choices(nextProgress[earlier]) })] : [];
    }),
  );
}
