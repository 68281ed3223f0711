import type { Locale } from "#lib/record/localized/schema.ts";
import { planFileProblems, type KnownCodes } from "#lib/imports/plan-files/rules.ts";
import type { ListName, Place, Places, SheetProblem, WorkbookReading, WorkbookTerms } from "./schema.ts";
import { columnLabel, sheetLabel, sheetModels } from "./sheets.ts";
import { labelOf } from "./values.ts";

/** Where in the sheets a path of the plan file is; null when it came from no sheet. */
export function placeOf(places: Places, path: string): Place | null {
  for (let entry = path; entry !== ""; entry = entry.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "")) {
    const row = places.rows[entry];
    if (!row) continue;
    const field = path.slice(entry.length).replace(/^\./, "").replace(/\[\d+\]/g, "");
    const column = columnIn(places.columns[row.columns ?? row.sheet] ?? {}, field);
    return { sheet: row.sheet, row: row.row, column: column?.column ?? null, heading: column?.heading ?? null, cell: row.row !== null && column ? `${column.column}${row.row}` : null };
  }
  return null;
}

/** A field's column; of a text in languages, the first of its columns. */
function columnIn(columns: Places["columns"][string], field: string) {
  return field === "" ? undefined : (columns[field] ?? columns[Object.keys(columns).find((name) => name.startsWith(`${field}.`)) ?? ""]);
}

/** What is said in the words of sheets rather than in those of plan files. */
const cellWords = new Set([
  "unknownLabel", "sheetNumber", "numberAmbiguous", "percent", "sheetDate", "dateInText", "errorCell", "unknownHeading", "noHeading", "headingTwice", "missingColumn", "missingSheet", "unknownSheet", "sheetTwice", "onePlan",
  "commitmentMissing", "noSuchRow", "severalRows", "noSuchMilestone",
]);
const saidForSheets = new Set(["missing", "wrongType", "required"]);

interface Read extends Pick<Extract<WorkbookReading, { ok: true }>, "raw" | "places" | "problems"> {
  ok?: true;
}

/**
 * Everything wrong with what was read, each place once: what was found in cells comes before what follows from it. While a
 * sheet is missing, only what the sheets themselves show. `today`: `YYYY-MM-DD`.
 */
export function readingProblems({ raw, places, problems }: Read, known: KnownCodes, today: string): SheetProblem[] {
  if (problems.some(({ message }) => message === "missingSheet")) return problems;
  const missing = new Set(problems.filter(({ message }) => message === "missingColumn").map(({ place, values }) => `${place?.sheet} ${values.field}`));
  const inFile = planFileProblems(raw, known, today).map((problem): SheetProblem => ({ ...problem, place: placeOf(places, problem.path) }));
  const further = inFile.filter(({ path, place }) => !(place && place.column === null && missing.has(`${place.sheet} ${path.slice(path.lastIndexOf(".") + 1)}`)));
  const seen = new Set<string>();
  return [...problems, ...further].filter(({ path, place, message }) => {
    const at = place?.cell ? `${place.sheet} ${place.cell}` : `${place?.sheet ?? ""} ${place?.row ?? ""} ${path || message}`;
    return seen.has(at) ? false : Boolean(seen.add(at));
  });
}

/** The values of a problem as words of the reader's language: lists by their labels, sheets and columns by their names. */
function valuesFor({ values }: SheetProblem, locale: Locale, terms: WorkbookTerms): Record<string, string> {
  const words = { ...values };
  const list = values.list ? terms.lists[values.list as ListName] : undefined;
  if (list) words.choices = list.map(({ code }) => (values.list === "sdgs" ? code : labelOf(list, code, locale))).join("; ");
  const model = sheetModels.find(({ name }) => name === values.sheet);
  const column = model?.columns.find(({ field }) => field === values.field);
  if (model && column) words.field = columnLabel(model.name, column, locale, terms);
  if (model) words.sheet = sheetLabel(model.name, locale, terms);
  return words;
}

function whereOf({ place, path }: SheetProblem, locale: Locale, terms: WorkbookTerms): string {
  const say = terms.say[locale];
  if (!place) return path || say("workbooks.where.whole");
  const { sheet, row, cell, heading, column } = place;
  if (cell && heading) return say("workbooks.where.cell", { sheet, cell, heading });
  if (cell) return say("workbooks.where.bareCell", { sheet, cell });
  if (row !== null) return say("workbooks.where.row", { sheet, row: String(row) });
  return column ? say("workbooks.where.bareCell", { sheet, cell: column }) : say("workbooks.where.sheet", { sheet });
}

/** A problem in the reader's language: where it is, what is wrong there, and what is expected instead. */
export function describeProblem(problem: SheetProblem, locale: Locale, terms: WorkbookTerms): { where: string; what: string; expected: string } {
  const say = terms.say[locale];
  const values = valuesFor(problem, locale, terms);
  const ours = cellWords.has(problem.message) || (problem.place !== null && saidForSheets.has(problem.message));
  const words = ours ? "workbooks" : "plan-files";
  return { where: whereOf(problem, locale, terms), what: say(`${words}.problems.${problem.message}`, values), expected: say(`${words}.expected.${problem.message}`, values) };
}

