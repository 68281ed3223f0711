import type { Places } from "#lib/imports/workbooks/schema.ts";
import type { ColumnField, LooseTable, Mapping } from "../schema.ts";

/** Columns are named as a sheet names them: A, B … Z, AA. */
export function columnLetter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${columnLetter(Math.floor(column / 26) - 1)}${columnLetter(column % 26)}`;
}

/** Which table of the document a row is in, in no language; "–" for text around the tables. */
export function sheetOf(table: LooseTable, row: number): string {
  const number = table.rows[row]?.table ?? 0;
  return number === 0 ? "–" : `№ ${number}`;
}

/** Fields of the plan file that a column may hold. */
const fieldsOf: Partial<Record<ColumnField, string[]>> = {
  number: ["number", "slug"],
  title: ["title"],
  milestones: ["title", "number"],
  description: ["description"],
  outcome: ["expectedOutcome"],
  indicator_code: ["indicators.code"],
  indicator: ["indicators", "indicators.text"],
  baseline: ["indicators.baseline"],
  target: ["indicators.target", "indicators.unit"],
  verification: ["verificationSources", "verificationSources.text"],
  term: ["startsOn", "endsOn"],
  starts: ["startsOn"],
  ends: ["endsOn"],
  lead: ["lead", "coResponsible"],
  co_responsible: ["coResponsible"],
  partners: ["partners"],
  budget: ["budget", "budget.amount", "budget.currency", "budget.statedText", "budget.noAdditionalCost"],
  programme_code: ["budget.programmeCode"],
  funding_source: ["budget.fundingSource"],
  sum: ["budget", "budget.amount", "budget.fundingSource"],
};

/** Where each field stands, as the workbooks say it; the first column that may hold a field counts. */
export function placesOf(mapping: Mapping, rows: Places["rows"]): Places {
  const columns = (fields: readonly ColumnField[] | null): Places["columns"][string] => {
    const found: Places["columns"][string] = {};
    mapping.columns.forEach(({ field, heading }, index) => {
      if (fields && !fields.includes(field)) return;
      for (const name of fieldsOf[field] ?? []) found[name] ??= { column: columnLetter(index), heading };
    });
    return found;
  };
  // A milestone's title stands in the column of milestones, if there is one, else in the title's list.
  const [own, all] = [columns(["milestones"]), columns(null)];
  const commitments = { ...all, ...columns(["number", "title"]) };
  return { rows, columns: { commitments, milestones: { ...all, ...own }, parts: { title: { column: "A", heading: "" } } } };
}
