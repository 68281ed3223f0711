import { plain } from "#lib/imports/workbooks/values.ts";
import type { ColumnField, ColumnMapping, LooseRow, LooseTable } from "../schema.ts";

/** What a heading says, Georgian and English; the first that fits counts. Headings as `plain` writes them. */
const headings: [RegExp, ColumnField][] = [
  [/დადასტურებ|ვერიფიკაც|verification|means of verif|source of evidence/, "verification"],
  [/საბაზისო|baseline/, "baseline"],
  [/სამიზნე|target/, "target"],
  [/ინდიკატორ|მაჩვენებ|indicator/, "indicator"],
  [/ქვე-?\s?აქტივობ|ქვე-?\s?საქმიანობ|ეტაპ|ნაბიჯ|milestone|sub-?\s?activit|^tasks?$|^steps?$/, "milestones"],
  [/პროგრამ\S* კოდ|საბიუჯეტო კოდ|program(me)? code|budget code/, "programme_code"],
  [/დაფინანსების წყარო|ფინანსების წყარო|fund(ing)? source|source of fund/, "funding_source"],
  [/თანა-?\s?(პასუხისმგებ|შემსრულებ|განმახორციელებ)|თანამონაწილე|co-?\s?(responsible|lead|implement)|other responsible|supporting (institution|agenc|bod)/, "co_responsible"],
  [/პარტნიორ|დაინტერესებულ|partner|stakeholder|other actors|civil society/, "partners"],
  [/პასუხისმგებ|განმახორციელებ|შემსრულებელ|უწყება|responsible|lead|implementing|institution|agency/, "lead"],
  [/დაწყებ|დასაწყის|start|from/, "starts"],
  [/დასრულებ|დასასრულ|end date|^end|completion|until/, "ends"],
  [/ვად[აე]|დრო|პერიოდ|term|timeline|time-?frame|period|deadline|due|schedule/, "term"],
  [/ბიუჯეტ|თანხა|ღირებულებ|ხარჯ|ფინანს|budget|cost|amount|funds|resource/, "budget"],
  [/რისკ|შენიშვნ|კომენტარ|risk|remark|note|comment|assumption|მდგრადი განვითარების|sdg|ogp/, "ignored"],
  [/აღწერ|განმარტებ|description|narrative|ambition/, "description"],
  [/შედეგ|outcome|result|output|impact/, "outcome"],
  [/ვალდებულებ|აქტივობ|ღონისძიებ|საქმიანობ|დასახელებ|commitment|activit|action|measure|title/, "title"],
  [/^(№|n|#|no\.?|nr\.?|ნომერი|კოდი|code|number|id)$/, "number"],
];

/** Columns of sums under "source of funding". */
const sources: [RegExp, string][] = [[/მუნიციპალ|ადგილობრივი|municipal|local budget/, "municipal_budget"], [/სახელმწიფო|ცენტრალ|state|central/, "state_budget"], [/დეფიციტ|ფინანსური|deficit|gap/, "deficit"], [/სხვა|დონორ|other|donor/, "other"]];

export function fieldOfHeading(text: string): ColumnField | null {
  const words = plain(text);
  return words === "" || words.length > 160 ? null : (headings.find(([pattern]) => pattern.test(words))?.[1] ?? null);
}

const sourceOf = (text: string): string | null => (plain(text).length > 60 ? null : (sources.find(([pattern]) => pattern.test(plain(text)))?.[1] ?? null));

/** A row that names columns: at least three different fields, or two in all of two cells; none of its cells is long. */
export function isHeading(row: LooseRow): boolean {
  const cells = row.table === 0 ? [] : row.cells.filter(({ text, filled }) => text !== "" && !filled);
  const fields = new Set(cells.map(({ text }) => fieldOfHeading(text)).filter(Boolean));
  const named = cells.filter(({ text }) => fieldOfHeading(text) !== null).length;
  return cells.every(({ text }) => text.length <= 160) && (fields.size >= 3 || (fields.size >= 2 && cells.length === 2)) && named * 2 >= cells.length && !/^\d/.test(cells[0]?.text ?? "");
}

/** The second row of headings, which names what is under a merged one. */
function isUnder(row: LooseRow | undefined, width: number): boolean {
  const cells = row?.cells.filter(({ text, filled }) => text !== "" && filled !== "above") ?? [];
  return cells.length > 0 && cells.length < width && cells.every(({ text }) => text.length <= 60 && (sourceOf(text) !== null || fieldOfHeading(text) !== null)) && (row?.cells[0]?.text === "" || row?.cells[0]?.filled === "above");
}

/** Numbers of columns under their headings: 1, 2, 3… */
function isCounting(row: LooseRow | undefined): boolean {
  const cells = row?.cells.map(({ text }) => text).filter(Boolean) ?? [];
  return cells.length > 2 && cells.every((text, index) => text.replace(/\.$/, "") === String(index + 1));
}

/** Rows of headings, from 0, wherever pages begin. */
export function headingRows(table: LooseTable): Set<number> {
  const found = new Set<number>();
  table.rows.forEach((row, index) => {
    if (isHeading(row) || (found.has(index - 1) && (isUnder(row, table.columns) || isCounting(row)))) found.add(index);
  });
  return found;
}

/** A column's headings from the top down; a blank one under a merged one above it has that one's words. */
function wordsAt(table: LooseTable, rows: readonly number[], column: number): { own: string; over: string } {
  const texts = rows.map((row) => table.rows[row]?.cells[column]).map((cell) => (cell?.filled === "above" ? "" : (cell?.text ?? "")));
  const [top = ""] = rows.map((row) => table.rows[row]?.cells ?? []).map((cells) => cells.slice(0, column + 1).findLast(({ text }) => text !== "")?.text ?? "");
  return { own: texts.filter(Boolean).at(-1) ?? "", over: top };
}

const share = (texts: readonly string[], is: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);

/** What each column means: by its headings, and by what stands in it. `rows`: those of data. */
export function guessColumns(table: LooseTable, rows: readonly number[]): ColumnMapping[] {
  const heads = headingRows(table);
  const first = [...heads][0];
  const block = first === undefined ? [] : [first, ...[1, 2].map((step) => first + step).filter((row) => heads.has(row) && (!isHeading(table.rows[row] ?? { table: 0, line: 1, cells: [] }) || row === first))];
  const columns = Array.from({ length: table.columns }, (_, column): ColumnMapping => {
    const { own, over } = wordsAt(table, block, column);
    const texts = rows.flatMap((row) => table.rows[row]?.cells[column]?.text || []);
    const under = /დაფინანსებ|ბიუჯეტ|fund|budget/.test(plain(over)) && block.length > 1 ? sourceOf(own) : null;
    const byContent = contentOf(texts);
    const heading = own.slice(0, 500);
    const unit = /ათას|ათ\.|thousand/.test(plain(`${own} ${over}`)) ? { unit: 1000 as const } : /მლნ|მილიონ|million/.test(plain(`${own} ${over}`)) ? { unit: 1_000_000 as const } : {};
    if (under) return { field: "sum", source: under, heading, ...unit };
    const field = byContent ?? fieldOfHeading(own || over) ?? "ignored";
    return { field, heading: own === "" && field !== fieldOfHeading(over) ? "" : heading, ...(field === "budget" || field === "sum" ? unit : {}) };
  });
  return settled(columns, table, rows);
}

/** What a column is whatever its heading says. */
function contentOf(texts: readonly string[]): ColumnField | null {
  if (share(texts, (text) => /^(№|#)?\s*\d{1,3}(\.\d{1,3})*[.)]?$/.test(text) && !/^\d{4}$/.test(text)) >= 0.6 && new Set(texts).size > texts.length * 0.5) return "number";
  if (share(texts, (text) => /^\p{Lu}{1,3}[\s.-]?\d+(\.\d+)*$/u.test(text) || /^[ა-ჰ]{1,2}[.-]?\d+(\.\d+)*$/.test(text)) >= 0.6) return "indicator_code";
  return null;
}

/** One column of numbers and one of titles; the longest texts without a meaning are the titles if nothing else is. */
function settled(columns: ColumnMapping[], table: LooseTable, rows: readonly number[]): ColumnMapping[] {
  const of = (field: ColumnField) => columns.flatMap((column, index) => (column.field === field ? [index] : []));
  const change = (index: number, field: ColumnField) => (columns[index] = { ...columns[index], field, heading: columns[index]?.heading ?? "" });
  const length = (index: number) => rows.reduce((sum, row) => sum + (table.rows[row]?.cells[index]?.text.length ?? 0), 0);
  of("number").slice(1).forEach((index) => change(index, fieldOfHeading(columns[index]?.heading ?? "") ?? "ignored"));
  const [title, second] = of("title");
  if (second !== undefined && of("milestones").length === 0) change(second, "milestones");
  of("title").slice(1).forEach((index) => change(index, "description"));
  if (title === undefined) {
    const [longest] = columns.map((_, index) => index).filter((index) => columns[index]?.field === "ignored" && length(index) > 0).toSorted((a, b) => length(b) - length(a));
    if (longest !== undefined) change(longest, "title");
    else if (of("milestones")[0] !== undefined) change(of("milestones")[0] ?? 0, "title");
    else if (of("outcome")[0] !== undefined) change(of("outcome")[0] ?? 0, "title");
  }
  return columns;
}
