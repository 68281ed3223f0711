import type { PlanFileProblem } from "#lib/imports/plan-files/rules.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import type { OrganisationMatch } from "#lib/imports/plan-entries/schema.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isLoose, type ImportStatus } from "./schema.ts";

/** The life of an import. A failed one wrote nothing: its preview can be looked at and started again. */
export const importTransitions = {
  map: { from: ["mapping"], to: "preview" },
  remap: { from: ["preview", "failed"], to: "mapping" },
  start: { from: ["preview"], to: "queued" },
  work: { from: ["queued", "running"], to: "running" },
  finish: { from: ["running"], to: "done" },
  fail: { from: ["queued", "running"], to: "failed" },
  again: { from: ["failed"], to: "preview" },
  discard: { from: ["mapping", "preview", "failed"], to: "discarded" },
} as const satisfies Record<string, { from: readonly ImportStatus[]; to: ImportStatus }>;
export type ImportStep = keyof typeof importTransitions;

/** The status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here, or for a format that has no such step. */
export function importAfter(step: ImportStep, { status, format }: { status: string; format: string }): ImportStatus {
  const { from, to }: { from: readonly string[]; to: ImportStatus } = importTransitions[step];
  if (!from.includes(status) || (step === "remap" && !isLoose(format))) throw new DomainError("TRANSITION_NOT_ALLOWED");
  return to;
}

/** What a file is brought in for. */
export interface ImportPlace {
  /** Address of the plan that it changes; null: a new one. */
  planSlug: string | null;
  /** Slug of the Secretariat. */
  secretariat: string;
  /** True when another plan has the address that the file gives. */
  taken: boolean;
}

/** What makes a file the wrong one for its place, however right it is by itself. */
export function placeProblems(file: PlanFile, organisations: readonly OrganisationMatch[], { planSlug, secretariat, taken }: ImportPlace): PlanFileProblem[] {
  const { slug } = file.plan;
  const named = organisations.find(({ key }) => key === file.plan.secretariat);
  const problems: PlanFileProblem[] = [];
  if (planSlug !== null && slug !== planSlug) problems.push({ path: "plan.slug", message: "otherPlan", values: { value: slug, choices: planSlug } });
  if (planSlug === null && taken) problems.push({ path: "plan.slug", message: "planTaken", values: { value: slug } });
  if (named?.known?.slug !== secretariat) problems.push({ path: "plan.secretariat", message: "otherSecretariat", values: { value: file.plan.secretariat, choices: secretariat } });
  return problems;
}

/** Problems of the editor in the words of plan files; see plan-files.json. */
export function inFileWords({ path, message, values }: PlanFileProblem): PlanFileProblem {
  if (message === "duplicate") return { path, message: path.endsWith(".slug") ? "duplicateSlug" : "duplicateNumber", values };
  return { path, message: message === "inUse" ? "inUse" : "editRefused", values };
}
