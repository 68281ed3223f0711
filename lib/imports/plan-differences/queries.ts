import { createHash } from "node:crypto";
import { getKnown } from "#lib/editing/checks/queries.ts";
import { editProblems } from "#lib/editing/checks/rules.ts";
import { getPlanContent } from "#lib/editing/queries.ts";
import { overlay, parseEdits } from "#lib/editing/rules.ts";
import type { PlanContent } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { getNames } from "#lib/editing/plan-changes/queries.ts";
import { differencesOf, type EntityDifference } from "#lib/editing/plan-changes/rules.ts";
import { entriesOf, matchOrganisations } from "#lib/imports/plan-entries/rules.ts";
import type { KnownOrganisation, OrganisationMatch, PlanEntries } from "#lib/imports/plan-entries/schema.ts";
import type { PlanFileProblem } from "#lib/imports/plan-files/rules.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { planDifferences, problemsInFile } from "./rules.ts";
import type { FileEdit, PlanDifferences } from "./schema.ts";

export interface Comparison {
  /** The plan of the record; null: the file brings a new one. */
  planId: string | null;
  /** Names what is new: the same seed and file, the same ids. */
  seed: string;
  /** What the file does not state of something stays as it is. */
  keepsUnstated: boolean;
  /** What the plan has and the file has not goes too. */
  removesMissing: boolean;
  /** Nobody looks at what is recognised: organisations are known by their keys alone, never by a bare name such as "Office". */
  keysOnly?: boolean;
}

export interface ComparedPlan extends PlanDifferences {
  /** Null: the file brings a new plan. */
  content: PlanContent | null;
  file: PlanFile;
  entries: PlanEntries;
  organisations: OrganisationMatch[];
  /** All that has to be done, with the removals if they are wanted. */
  all: FileEdit[];
}

/** A checked plan file against a plan of the record, or against nothing. For whom, the caller decides. */
export async function comparePlanFile(file: PlanFile, { planId, seed, keepsUnstated, removesMissing, keysOnly }: Comparison): Promise<ComparedPlan> {
  const newId = (name: string) => namedId(`${seed} ${name}`);
  const content = planId ? await getPlanContent(planId) : null;
  const organisations = matchOrganisations(file, await listKnownOrganisations(), newId, { keysOnly });
  const entries = entriesOf(file, organisations, content?.plan.fields.consultationDays);
  const differences = planDifferences(content, entries, { newId, keepsUnstated });
  return { content, file, entries, organisations, ...differences, all: removesMissing ? [...differences.edits, ...differences.removals] : differences.edits };
}

/** Every organisation of the record by slug and name. */
export async function listKnownOrganisations(): Promise<KnownOrganisation[]> {
  const rows = await db().organisation.findMany({ select: { id: true, slug: true, name: true }, orderBy: { slug: "asc" } });
  return rows.map(({ id, slug, name }) => ({ id, slug, name: name as Localized }));
}

/** A UUID (version 8) made of a name. */
function namedId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface ForeseenPlan {
  /** What becomes of each entry that changes, readable by itself. */
  changes: EntityDifference[];
  /** What stands in the way, by its place in the file; messages are keys of errors.json. */
  problems: PlanFileProblem[];
}

/** What the record will be once the edits are made, without making them. */
export async function foreseePlan({ content, entries, organisations, all }: ComparedPlan): Promise<ForeseenPlan> {
  const before = content ?? emptyPlan(entries);
  const edits = parseEdits(all.map(({ edit }) => edit));
  const after = overlay(before, edits);
  const added = organisations.filter(({ known }) => !known);
  const [names, known] = [await getNames(), await getKnown(before.plan.id, edits)];
  const byId = new Map([...names.organisations, ...added.map(({ id, key: slug, name }) => [id, { slug, name }] as const)]);
  const problems = editProblems(before, after, edits, { ...known, organisations: new Set([...known.organisations, ...added.map(({ id }) => id)]) });
  return { changes: differencesOf(before, after, edits, { ...names, organisations: byId }), problems: problemsInFile(problems, all) };
}

function emptyPlan({ plan: fields }: PlanEntries): PlanContent {
  const plan = { id: "00000000-0000-7000-8000-000000000000", slug: "", status: "draft", secretariatId: "", version: 1, revision: 0, staged: null, fields };
  return { plan, legalActs: [], parts: [], commitments: [], milestones: [] };
}
