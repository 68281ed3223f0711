import type { Column } from "./sheets.ts";
import type { Cell } from "#lib/sheets/schema.ts";
import type { ListEntry, WorkbookTerms } from "./schema.ts";
import { codeOf, readDate, readNumber } from "./values.ts";

/** What a cell comes to for its column: its value, and what is wrong with it. A wrong one keeps its words as value. */
export interface Taken {
  value: unknown;
  problem?: { message: string; values: Record<string, string> };
}

/** What a cell says, as a person would read it out. */
export function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return cell.kind === "number" || cell.kind === "odd" ? cell.text : String(cell.value);
}

const wrong = (cell: Cell, message: string, values: Record<string, string> = {}): Taken => ({ value: cellText(cell).trim(), problem: { message, values: { value: cellText(cell).trim(), ...values } } });

/** The items of a cell that holds several: one a line, or separated by semicolons; by commas too, where no item has one itself. */
function itemsOf<T>(text: string, find: (item: string) => T | null): (T | string)[] {
  const pieces = text.split(/[;\n]/).map((piece) => piece.trim()).filter(Boolean);
  return pieces.flatMap((piece): (T | string)[] => {
    const whole = find(piece);
    if (whole !== null) return [whole];
    return piece.split(",").map((item) => item.trim()).filter(Boolean).map((item) => find(item) ?? item);
  });
}

function takenChoices(cell: Cell, entries: readonly ListEntry[], list: string): Taken {
  const unknown: string[] = [];
  const find = (item: string) => codeOf(entries, item);
  const value = itemsOf(cellText(cell), find).map((item) => (entries.some(({ code }) => code === item) ? item : (unknown.push(item), item)));
  return unknown.length > 0 ? { value, problem: { message: "unknownLabel", values: { value: unknown.join("; "), list } } } : { value };
}

function takenNumber(cell: Cell): Taken {
  if (typeof cell !== "string") return cell.kind === "number" ? { value: cell.value } : wrong(cell, cell.kind === "odd" && cell.reason === "percent" ? "percent" : "sheetNumber");
  const value = readNumber(cell);
  return value === null ? wrong(cell, /^-?\d{1,3},\d{3}$/.test(cell.trim()) ? "numberAmbiguous" : "sheetNumber") : { value };
}

function takenDate(cell: Cell): Taken {
  if (typeof cell === "string") {
    const value = readDate(cell);
    return value === null ? wrong(cell, "sheetDate") : { value };
  }
  if (cell.kind === "date") return { value: cell.value };
  const year = cell.kind === "number" && Number.isInteger(cell.value) && cell.value >= 1900 && cell.value < 2200;
  return year ? { value: cellText(cell) } : wrong(cell, "sheetDate");
}

/** Text as it stands. A spreadsheet that made a date of "1.2" has lost what was typed. */
function takenText(cell: Cell): Taken {
  if (typeof cell === "string") return { value: cell };
  if (cell.kind === "date") return wrong(cell, "dateInText");
  return cell.kind === "odd" && cell.reason === "time" ? wrong(cell, "dateInText") : { value: cellText(cell) };
}

function takenYesNo(cell: Cell, terms: WorkbookTerms): Taken {
  if (typeof cell !== "string" && cell.kind === "boolean") return { value: cell.value };
  const code = codeOf(terms.lists.yesNo, cellText(cell));
  return code === null ? wrong(cell, "unknownLabel", { list: "yesNo" }) : { value: code === "yes" };
}

function takenGoals(cell: Cell, terms: WorkbookTerms): Taken {
  const { value, problem } = takenChoices(cell, terms.lists.sdgs, "sdgs");
  return { value: (value as string[]).map((code) => (/^\d+$/.test(code) ? Number(code) : code)), ...(problem && { problem }) };
}

/** Turns a cell into the value of its column. References to other rows stay words; entries.ts resolves them. */
export function takeCell(cell: Cell, column: Column, terms: WorkbookTerms): Taken {
  if (typeof cell !== "string" && cell.kind === "odd" && cell.reason === "error") return wrong(cell, "errorCell");
  switch (column.kind) {
    case "number":
      return takenNumber(cell);
    case "date":
      return takenDate(cell);
    case "yesNo":
      return takenYesNo(cell, terms);
    case "goals":
      return takenGoals(cell, terms);
    case "choices":
      return takenChoices(cell, terms.lists[column.list ?? "yesNo"], column.list ?? "");
    case "choice": {
      const code = codeOf(terms.lists[column.list ?? "yesNo"], cellText(cell));
      return code === null ? wrong(cell, "unknownLabel", { list: column.list ?? "" }) : { value: code };
    }
    default: {
      const { value, problem } = takenText(cell);
      return { value: column.kind === "localized" || typeof value !== "string" ? value : value.trim(), ...(problem && { problem }) };
    }
  }
}

/** The items of a cell with several names. */
export function namesOf(text: string, find: (name: string) => string | null): string[] {
  return itemsOf(text, find);
}
