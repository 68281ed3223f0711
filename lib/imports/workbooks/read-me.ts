import type { Locale } from "#lib/record/localized/schema.ts";
import type { WorkbookTerms } from "./schema.ts";
import { columnLabel, sheetLabel, sheetModels, type Column } from "./sheets.ts";
import { labelOf } from "./values.ts";

const lines = ["order", "headings", "languages", "rows", "dates", "keys", "empty", "formulas"] as const;

/** What may stand in the cells of a column, with its choices. */
export function columnHint(column: Column, locale: Locale, terms: WorkbookTerms): string {
  const say = terms.say[locale];
  const list = column.list ? terms.lists[column.list] : [];
  const choices = list.map(({ code }) => (column.kind === "goals" ? code : labelOf(list, code, locale))).join("; ");
  const hint = column.kind === "text" && column.field in hinted ? say(`workbooks.hints.${column.field}`) : say(`workbooks.kinds.${column.kind}`, { choices });
  return column.derived ? `${hint} ${say("workbooks.kinds.derived")}` : hint;
}

const hinted = { key: true, slug: true, number: true, countryCode: true, currency: true, url: true, code: true, programmeCode: true };

/** The rows of the sheet that explains the others: a title, what to know, and every column. Also made into docs/plan-sheets.md. */
export function readMeRows(locale: Locale, terms: WorkbookTerms): string[][] {
  const say = terms.say[locale];
  const columns = sheetModels.flatMap(({ name, columns: list }) =>
    list.map((column, index) => [index === 0 ? sheetLabel(name, locale, terms) : "", columnLabel(name, column, locale, terms), column.required ? say("workbooks.readMe.required") : "", columnHint(column, locale, terms)]),
  );
  return [
    [say("workbooks.readMe.title")],
    ...lines.map((line) => [say(`workbooks.readMe.${line}`)]),
    [],
    ...sheetModels.map(({ name }) => [sheetLabel(name, locale, terms), say(`workbooks.about.${name}`)]),
    [],
    ["sheet", "column", "need", "holds"].map((heading) => say(`workbooks.readMe.${heading}`)),
    ...columns,
  ];
}
