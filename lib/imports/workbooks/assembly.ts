import { locales } from "#lib/record/localized/schema.ts";
import { namesOf } from "./cell-values.ts";
import type { References } from "./references.ts";
import { placeIn, type Row, type Table } from "./rows.ts";
import type { Places, SheetProblem } from "./schema.ts";
import type { SheetName } from "./sheets.ts";

type Fields = Record<string, unknown>;

/** What stands for a sheet that is not there. */
const noTable: Table = { sheet: "", rows: [], problems: [], columns: {} };

/** A plan file while it is put together from tables: where its entries came from, and what is wrong. */
export class Assembly {
  readonly places: Places = { rows: {}, columns: {} };
  readonly problems: SheetProblem[];
  private readonly tables: ReadonlyMap<SheetName, Table>;

  constructor(tables: ReadonlyMap<SheetName, Table>, problems: SheetProblem[]) {
    this.tables = tables;
    this.problems = [...problems, ...[...tables.values()].flatMap((table) => table.problems)];
    for (const { sheet, columns } of tables.values()) this.places.columns[sheet] = columns;
  }

  table(name: SheetName): Table {
    return this.tables.get(name) ?? noTable;
  }

  has(name: SheetName): boolean {
    return this.tables.has(name);
  }

  /** Notes where an entry came from, and what is wrong with the cells of its row. */
  put(path: string, row: Row): void {
    this.places.rows[path] = { sheet: row.sheet, row: row.number };
    for (const { field, message, values } of row.problems) this.tell(row, field, message, values, path);
  }

  tell(row: Row, field: string, message: string, values: Record<string, string>, path = ""): void {
    const columns = this.places.columns[row.sheet] ?? {};
    const column = columns[field] ?? locales.map((locale) => columns[`${field}.${locale}`]).find(Boolean);
    this.problems.push({ path: path && `${path}.${field}`, message, values, place: placeIn(row.sheet, row.number, column?.column ?? null, column?.heading ?? null) });
  }

  /** A list of the plan file whose entries are the rows of one sheet. */
  list(name: SheetName & ("legalActs" | "organisations" | "parts" | "commitments")): Fields[] {
    const table = this.table(name);
    if (this.has(name)) this.places.rows[name] = { sheet: table.sheet, row: null };
    return table.rows.map((row, index) => {
      this.put(`${name}[${index}]`, row);
      return row.fields;
    });
  }

  /** Puts the key in the place of the name by which a row refers to another. A name of nothing stays, and is told. */
  resolve(row: Row, path: string, field: string, references: References, sheet: SheetName): void {
    const value = row.fields[field];
    if (typeof value !== "string" || row.problems.some((problem) => problem.field === field)) return;
    const found = references.find(value);
    if (found !== null && found !== "several") row.fields[field] = found.key;
    else if (this.has(sheet)) this.tell(row, field, found ? "severalRows" : "noSuchRow", { value, sheet }, path);
  }

  resolveAll(row: Row, path: string, field: string, references: References, sheet: SheetName): void {
    const value = row.fields[field];
    if (typeof value !== "string" || row.problems.some((problem) => problem.field === field)) return;
    const names = namesOf(value, (name) => references.keyOf(name));
    row.fields[field] = names;
    const unknown = names.filter((name) => references.find(name) === null);
    if (unknown.length > 0 && this.has(sheet)) this.tell(row, field, "noSuchRow", { value: unknown.join("; "), sheet }, path);
  }
}
