import { resourceNames, type ResourceName } from "#lib/record/publication/schema.ts";

export const dumpFormats = ["jsonl", "csv", "xlsx"] as const;
export type DumpFormat = (typeof dumpFormats)[number];

/** A file of everything in one collection, or of all of them (XLSX alone). */
export interface DumpFile {
  of: ResourceName | "all";
  format: DumpFormat;
}

/** `commitments.csv`, `all.xlsx`; null for what is no dump. */
export function dumpFileOf(name: string): DumpFile | null {
  const [, of = "", ending = ""] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? [];
  const format = dumpFormats.find((known) => known === ending);
  if (!format) return null;
  if (of === "all") return format === "xlsx" ? { of, format } : null;
  const known = resourceNames.find((resource) => resource === of);
  return known ? { of: known, format } : null;
}

export const dumpTypes: Record<DumpFormat, string> = {
  jsonl: "application/jsonl; charset=utf-8", csv: "text/csv; charset=utf-8; header=present", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
