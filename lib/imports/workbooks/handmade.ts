import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { csvOf, zipOf } from "#lib/sheets/csv.ts";
import { xlsxOf } from "#lib/sheets/xlsx-file.ts";

type Rows = (string | number | null)[][];

/** A workbook as a person would type it in, for tests. */
export function handmade(sheets: Record<string, Rows>): Uint8Array {
  return xlsxOf(Object.entries(sheets).map(([name, rows]) => ({ name, columns: [], frozen: false, rows: rows.map((cells) => cells.map((value) => (value === null ? null : { value, look: typeof value === "number" ? ("number" as const) : ("text" as const) }))) })));
}

export function handmadeCsv(files: Record<string, Rows>): Uint8Array {
  return zipOf(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, csvOf(rows.map((cells) => cells.map((cell) => cell ?? "")))])));
}

/** The same archive with some of its files changed, added or (null) taken out. */
export function tampered(bytes: Uint8Array, changes: Record<string, ((text: string) => string) | string | Uint8Array | null>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete files[name];
    else files[name] = Uint8Array.from(typeof change === "function" ? strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) : typeof change === "string" ? strToU8(change) : change);
  }
  return zipSync(files, { level: 1 });
}

/** The smallest plan that a person might type, in Georgian, without keys. */
export const typed: Record<string, Rows> = {
  გეგმა: [
    ["სათაური (ქართულად)", "დონე", "ქვეყანა", "რა ჰქვია დანომრილ საფეხურს", "დაწყება", "დასრულება", "სამდივნო", "შეფასების სკალა"],
    ["ზუგდიდის სამოქმედო გეგმა", "ადგილობრივი", "GE", "ვალდებულება", 2026, "დეკემბერი 2027", "ზუგდიდის მერია", "georgia"],
  ],
  ორგანიზაციები: [
    ["დასახელება (ქართულად)", "სახე"],
    ["ზუგდიდის მერია", "მუნიციპალური უწყება"],
    ["ზუგდიდის საკრებულო", "municipal body"],
  ],
  ამოცანები: [
    ["სახე", "ნომერი", "სათაური (ქართულად)"],
    ["ამოცანა", "1", "გამჭვირვალობა"],
    ["ამოცანა", "2", "ჩართულობა"],
  ],
  ვალდებულებები: [
    ["ამოცანა", "ნომერი", "სათაური (ქართულად)", "პასუხისმგებელი უწყება", "პარტნიორი ორგანიზაციები", "OGP მიმართულებები", "SDG მიზნები"],
    ["1", "1", "ბიუჯეტის გამოქვეყნება", "ზუგდიდის მერია", "ზუგდიდის საკრებულო", "გამჭვირვალობა, ჩართულობა", "11, 16"],
    ["2", "1", "სხდომების ტრანსლაცია", "ზუგდიდის საკრებულო", null, null, 16],
  ],
  ეტაპები: [
    ["ვალდებულება", "ნომერი", "სათაური (ქართულად)", "დასრულება"],
    ["1/1", "1.1", "ფორმის შემუშავება", "31.12.2026"],
    ["2/1", "1.1", "კამერების შეძენა", "2026 წლის ივნისი"],
  ],
};
