import { readXml } from "./xml.ts";
import type { Cell } from "./schema.ts";
import type { Zip } from "./zip.ts";

/** How a number is to be taken, going by how its cell shows it. */
export type NumberStyle = "plain" | "day" | "month" | "year" | "time" | "percent" | { decimals: number };

const builtIn: Record<number, NumberStyle> = { 2: { decimals: 2 }, 4: { decimals: 2 }, 9: "percent", 10: "percent", 14: "day", 15: "day", 16: "day", 17: "month", 18: "time", 19: "time", 20: "time", 21: "time", 22: "day", 45: "time", 46: "time", 47: "time" };

/** What a format code such as `dd.mm.yyyy` or `0.00%` makes of a number. */
export function styleOfFormat(code: string): NumberStyle {
  const bare = (code.split(";")[0] ?? "").replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, "").toLowerCase();
  if (/[dy]/.test(bare) || /mmm/.test(bare)) {
    if (/d/.test(bare)) return "day";
    return /m/.test(bare) ? "month" : "year";
  }
  if (/[hs]/.test(bare)) return "time";
  if (bare.includes("%")) return "percent";
  const decimals = /0\.(0+)$/.exec(bare)?.[1]?.length;
  return decimals ? { decimals } : "plain";
}

/** The styles of a workbook, by the index that cells name. */
export async function readStyles(zip: Zip, name: string): Promise<NumberStyle[]> {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await readXml(zip, name, {
    open: (tag, attributes) => {
      if (tag === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = formats.get(id);
      styles.push(code === undefined ? (builtIn[id] ?? (id >= 27 && id <= 36 ? "day" : "plain")) : styleOfFormat(code));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return styles;
}

const dayLength = { day: 10, month: 7, year: 4 } as const;
const millisecondsADay = 86_400_000;

/** A number as its cell shows it: a date only as exact as that. Spreadsheets count days from the end of 1899, some from 1904. */
export function numberCell(value: number, style: NumberStyle, from1904: boolean): Cell {
  const text = String(value);
  if (style === "plain") return { kind: "number", value, text };
  if (typeof style === "object") return { kind: "number", value, text: Math.abs(value) < 1e15 && Number(value.toFixed(style.decimals)) === value ? value.toFixed(style.decimals) : text };
  if (style === "percent") return { kind: "odd", reason: "percent", text: `${Number((value * 100).toFixed(6))}%` };
  if (style === "time" || !Number.isInteger(value) || value < 1 || value > 1_000_000) return { kind: "odd", reason: "time", text };
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
  return { kind: "date", value: new Date(epoch + value * millisecondsADay).toISOString().slice(0, dayLength[style]) };
}
