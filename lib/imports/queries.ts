import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { getLooseContext } from "#lib/imports/documents/queries.ts";
import type { Locale, Localized } from "#lib/record/localized/schema.ts";
import type { LooseContext } from "#lib/imports/loose-plans/schema.ts";
import type { EntityDifference } from "#lib/editing/plan-changes/rules.ts";
import { comparePlanFile, foreseePlan, type ComparedPlan } from "#lib/imports/plan-differences/queries.ts";
import { namesOf } from "#lib/imports/plan-differences/rules.ts";
import type { OrganisationMatch } from "#lib/imports/plan-entries/schema.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { readStoredFile } from "#lib/platform/storage.ts";
import { markUp } from "#lib/imports/workbooks/markup.ts";
import { getWorkbookTerms } from "#lib/imports/workbooks/queries.ts";
import { describeProblem, placeOf } from "#lib/imports/workbooks/rules.ts";
import { placesSchema, type SheetProblem } from "#lib/imports/workbooks/schema.ts";
import { workbookContentType } from "#lib/imports/workbooks/writing.ts";
import { canImport } from "./policy.ts";
import { inFileWords, placeProblems } from "./rules.ts";
import { importResultSchema, isLoose, keptProblemsSchema, type ImportFormat, type ImportResult, type ImportStatus } from "./schema.ts";

/** An import without what it holds. */
export interface ImportHead {
  id: string;
  version: number;
  status: ImportStatus;
  format: ImportFormat;
  fileName: string | null;
  actorName: string;
  createdAt: Date;
  finishedAt: Date | null;
  done: number;
  total: number;
  /** Code of what stopped it. */
  failure: string | null;
  result: ImportResult | null;
  /** The plan that it changes, or has made. */
  plan: { id: string; slug: string; title: Localized; status: string } | null;
}

const headSelect = {
  id: true, version: true, status: true, format: true, fileName: true, actorName: true, createdAt: true, finishedAt: true, done: true, total: true, failure: true, result: true, planId: true, organisationId: true,
} as const;

/** The imports of the Secretariats one works for, the latest first; those put away are left out. */
export async function listImports(actor: Actor): Promise<ImportHead[]> {
  const rows = await db().importRun.findMany({ where: { organisationId: { in: organisationsOf(actor, "secretariat") }, status: { not: "discarded" } }, orderBy: { createdAt: "desc" }, take: 100, select: headSelect });
  return withPlans(rows);
}

type HeadRow = Omit<ImportHead, "status" | "format" | "result" | "plan"> & { status: string; format: string; result: unknown; planId: string | null };

async function withPlans(rows: readonly HeadRow[]): Promise<ImportHead[]> {
  const ids = rows.flatMap(({ planId }) => planId ?? []);
  const plans = new Map((await db().plan.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, title: true, status: true } })).map((plan) => [plan.id, { ...plan, title: plan.title as Localized }]));
  return rows.map(({ planId, result, ...row }) => ({ ...row, status: row.status as ImportStatus, format: row.format as ImportFormat, result: importResultSchema.nullable().parse(result ?? null), plan: plans.get(planId ?? "") ?? null }));
}

/** One import; null when there is none, or it is another Secretariat's. */
export async function getImport(actor: Actor, importId: string): Promise<ImportHead | null> {
  const row = isId(importId) ? await db().importRun.findUnique({ where: { id: importId }, select: headSelect }) : null;
  return row && canImport(actor, row.organisationId) ? ((await withPlans([row]))[0] ?? null) : null;
}

/** Secretariats one works for, each with the plans that an import may change. */
export async function listImportTargets(actor: Actor) {
  const rows = await db().organisation.findMany({
    where: { id: { in: organisationsOf(actor, "secretariat") } },
    select: { id: true, name: true, plans: { where: { status: { not: "closed" } }, select: { id: true, title: true, status: true }, orderBy: { createdAt: "desc" } } },
  });
  return rows.map(({ id, name, plans }) => ({ id, name: name as Localized, plans: plans.map((plan) => ({ ...plan, title: plan.title as Localized })) }));
}

/** A loose document whose columns wait to be explained; null as in {@link getImport}, or when it waits for something else. */
export async function getImportForMapping(actor: Actor, importId: string): Promise<{ head: ImportHead; table: unknown; mapping: unknown; context: LooseContext } | null> {
  const head = await getImport(actor, importId);
  if (head?.status !== "mapping") return null;
  const { table, mapping, organisationId, planId } = await db().importRun.findUniqueOrThrow({ where: { id: importId }, select: { table: true, mapping: true, organisationId: true, planId: true } });
  return { head, table, mapping, context: await getLooseContext({ organisationId, planId }) };
}

/** What an import would do, as the plan is now. */
export interface ImportPreview {
  planId: string | null;
  format: ImportFormat;
  fileName: string | null;
  /** Revision of the plan it was compared with; null: a new plan. */
  revision: number | null;
  /** The plan has changed since the document was brought in. */
  outdated: boolean;
  /** It changes an adopted plan: a reason is asked for. */
  amends: boolean;
  vocabulary: string;
  problems: SheetProblem[];
  notes: SheetProblem[];
  organisations: OrganisationMatch[];
  changes: EntityDifference[];
  missing: { id: string; entity: EntityDifference["entity"]; number: string | null; title: Localized | null }[];
  unchanged: number;
  /** How many edits there are to make, the making of a new plan counted as one. */
  total: number;
  /** Acts that an amendment may name: the record's and those that the file adds. */
  legalActs: { id: string; number: string; date: string; kind: Localized }[];
}

/** Null as in {@link getImport}, or when the document was not read yet. */
export async function getImportPreview(actor: Actor, importId: string, { removesMissing }: { removesMissing: boolean }): Promise<ImportPreview | null> {
  const row = isId(importId) ? await db().importRun.findUnique({ where: { id: importId } }) : null;
  if (!row?.problems || !canImport(actor, row.organisationId)) return null;
  const { problems, notes } = keptProblemsSchema.parse(row.problems);
  const places = placesSchema.parse(row.places);
  const plan = row.planId ? await db().plan.findUnique({ where: { id: row.planId }, select: { slug: true, status: true, revision: true, vocabulary: true } }) : null;
  const head = {
    planId: row.planId, format: row.format as ImportFormat, fileName: row.fileName, notes, revision: plan?.revision ?? null, outdated: plan !== null && plan.revision !== row.planVersion, amends: plan?.status === "adopted",
    vocabulary: plan?.vocabulary ?? "commitment",
  };
  const file = planFileSchema.safeParse(row.content);
  if (problems.length > 0 || !file.success) return { ...head, problems, organisations: [], changes: [], missing: [], unchanged: 0, total: 0, legalActs: [] };
  const compared = await comparePlanFile(file.data, { planId: row.planId, seed: row.id, keepsUnstated: isLoose(row.format), removesMissing });
  const foreseen = await foreseePlan(compared);
  const found = [...(await findPlaceProblems(compared, row.organisationId, plan?.slug ?? null)), ...foreseen.problems.map(inFileWords)];
  return {
    ...head, vocabulary: file.data.plan.vocabulary, organisations: compared.organisations, changes: foreseen.changes,
    problems: found.map((problem) => ({ ...problem, place: placeOf(places, problem.path) })),
    missing: compared.missing.map((record) => ({ id: record.id, entity: record.entity, ...namesOf(record) })),
    unchanged: Object.values(compared.unchanged).reduce((sum, count) => sum + count, 0),
    total: compared.all.length + (row.planId ? 0 : 1),
    legalActs: actsOf(compared),
  };
}

async function findPlaceProblems({ file, organisations }: { file: PlanFile; organisations: OrganisationMatch[] }, organisationId: string, planSlug: string | null) {
  const { slug: secretariat } = await db().organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { slug: true } });
  const taken = planSlug === null && (await db().plan.count({ where: { slug: file.plan.slug } })) > 0;
  return placeProblems(file, organisations, { planSlug, secretariat, taken });
}

function actsOf({ content, all }: ComparedPlan): ImportPreview["legalActs"] {
  const added = all.flatMap(({ edit }) => (edit.entity === "legal_act" && edit.op === "add" && edit.fields ? [{ id: edit.id, fields: edit.fields }] : []));
  return [...(content?.legalActs ?? []), ...added].map(({ id, fields: { number, date, kind } }) => ({ id, number, date, kind }));
}

/** The workbook again, with every problem marked where it stands; null as in {@link getImportPreview}, or for what is no workbook. */
export async function getMarkedUpImport(actor: Actor, importId: string, locale: Locale): Promise<{ bytes: Uint8Array; fileName: string; contentType: string } | null> {
  const preview = await getImportPreview(actor, importId, { removesMissing: false });
  const { fileKey } = (preview && (await db().importRun.findUnique({ where: { id: importId }, select: { fileKey: true } }))) ?? {};
  const bytes = preview && fileKey && !isLoose(preview.format) ? await readStoredFile(fileKey) : null;
  if (!preview || !bytes) return null;
  const stem = (preview.fileName ?? "plan").replace(/\.[a-z]+$/i, "");
  return { bytes: await markUp(bytes, preview.problems, locale, await getWorkbookTerms()), fileName: `${stem}-marked-up.xlsx`, contentType: workbookContentType("xlsx") };
}

/** Something to be put right, or kept as text, in the reader's language. */
export interface SaidProblem {
  where: string;
  what: string;
  expected: string;
}

/** Problems and notes of a preview as they are said; at most `limit` of each. */
export async function sayProblems({ problems, notes }: Pick<ImportPreview, "problems" | "notes">, locale: Locale, limit: number): Promise<{ problems: SaidProblem[]; notes: SaidProblem[] }> {
  const terms = await getWorkbookTerms();
  const say = terms.say[locale];
  const whereOf = ({ place }: SheetProblem) => [place?.sheet, place?.cell ?? place?.row].filter(Boolean).join(", ");
  return {
    problems: problems.slice(0, limit).map((problem) => describeProblem(problem, locale, terms)),
    notes: notes.slice(0, limit).map((note) => ({ where: whereOf(note), what: say(`loose-plans.notes.${note.message}`, note.values), expected: "" })),
  };
}
