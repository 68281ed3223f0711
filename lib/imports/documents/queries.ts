import type { Localized } from "#lib/record/localized/schema.ts";
import { documentFormat, readLooseTable } from "#lib/imports/loose-plans/documents/rules.ts";
import { guessMapping } from "#lib/imports/loose-plans/guesses/rules.ts";
import { planFileFrom } from "#lib/imports/loose-plans/rules.ts";
import type { LooseContext, LooseFormat, LooseTable, Mapping } from "#lib/imports/loose-plans/schema.ts";
import { getKnownCodes, getPlanFile } from "#lib/imports/plan-files/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { getWorkbookTerms } from "#lib/imports/workbooks/queries.ts";
import { readWorkbook } from "#lib/imports/workbooks/reading.ts";
import { readingProblems } from "#lib/imports/workbooks/rules.ts";
import type { Places, SheetProblem, WorkbookFormat } from "#lib/imports/workbooks/schema.ts";

/** What a document was read as. */
export interface ReadPlan {
  /** A plan file, as right or wrong as the document is. */
  content: unknown;
  places: Places;
  /** What keeps it from being brought in. */
  problems: SheetProblem[];
  /** What is not wrong, but was kept as text. */
  notes: SheetProblem[];
}

/** Why nothing is read: a sentence at `key` of the messages. */
export interface DocumentRefusal {
  key: string;
  values: Record<string, string>;
}

export type DocumentReading =
  | ({ kind: "plan"; format: WorkbookFormat } & ReadPlan)
  | { kind: "table"; format: LooseFormat; table: LooseTable; mapping: Mapping }
  | { kind: "refused"; refusal: DocumentRefusal };

/** For whom a document is read, and the plan that it changes. */
export interface DocumentPlace {
  organisationId: string;
  planId: string | null;
}

/** Reads a document by its content. @param fileName null: the text was pasted */
export async function readDocument(bytes: Uint8Array, fileName: string | null, place: DocumentPlace, now: Date): Promise<DocumentReading> {
  const loose = fileName === null ? "text" : documentFormat(bytes, fileName);
  if (loose) return readLoose(loose, bytes, place);
  const reading = await readWorkbook(bytes, await getWorkbookTerms());
  if (!reading.ok) return { kind: "refused", refusal: { key: `workbooks.refusals.${reading.refusal.code}`, values: reading.refusal.values } };
  const { format, raw, places } = reading;
  const content = withoutPeriods(raw);
  return { kind: "plan", format, content, places, problems: readingProblems({ ...reading, raw: content }, await getKnownCodes(), dayOf(now)), notes: [] };
}

/** What was reported and published is brought in by the operator alone (`npm run import`): a Secretariat speaks for no agency. */
function withoutPeriods(raw: unknown): unknown {
  return typeof raw === "object" && raw !== null && "periods" in raw && Array.isArray(raw.periods) ? { ...raw, periods: [] } : raw;
}

async function readLoose(format: LooseFormat, bytes: Uint8Array, place: DocumentPlace): Promise<DocumentReading> {
  const reading = await readLooseTable(format, bytes);
  if (!reading.ok) return { kind: "refused", refusal: { key: `loose-plans.refusals.${reading.refusal.code}`, values: reading.refusal.values } };
  return { kind: "table", format, table: reading.table, mapping: guessMapping(reading.table, await getLooseContext(place)) };
}

/** A table as the plan file that its mapping makes of it. */
export async function readMappedTable(table: LooseTable, mapping: Mapping, place: DocumentPlace, now: Date): Promise<ReadPlan> {
  const { raw, places, problems, notes } = planFileFrom(table, mapping, await getLooseContext(place));
  return { content: raw, places, problems: readingProblems({ raw, places, problems }, await getKnownCodes(), dayOf(now)), notes };
}

/** What a loose document leaves to the record. Throws NOT_FOUND. */
export async function getLooseContext({ organisationId, planId }: DocumentPlace): Promise<LooseContext> {
  const rows = await db().organisation.findMany({ select: { id: true, slug: true, name: true, kindCode: true } });
  const known = (row: (typeof rows)[number]) => ({ key: row.slug, name: row.name as Localized, kind: row.kindCode });
  const own = rows.find(({ id }) => id === organisationId);
  const base = planId ? await getPlanFile(planId) : null;
  if (!own || (planId && !base)) throw new DomainError("NOT_FOUND");
  return { base: base?.file ?? null, secretariat: known(own), organisations: rows.map(known) };
}
