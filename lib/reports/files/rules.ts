import { locales, type Locale } from "#lib/record/localized/schema.ts";
import { reportFileFormats, type ReportFileFormat } from "./schema.ts";

interface Kind {
  /** What the file is called before its language, and how its name ends. */
  stem: string;
  ending: string;
  contentType: string;
}

const kinds: Record<ReportFileFormat, Kind> = {
  pdf: { stem: "report", ending: "pdf", contentType: "application/pdf" },
  summary_pdf: { stem: "summary", ending: "pdf", contentType: "application/pdf" },
  docx: { stem: "report", ending: "docx", contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  xlsx: { stem: "tables", ending: "xlsx", contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  csv: { stem: "tables", ending: "csv.zip", contentType: "application/zip" },
};

/** The last segment of a file's address: `report-ka.pdf`. */
export function reportFileName(format: ReportFileFormat, locale: Locale): string {
  const { stem, ending } = kinds[format];
  return `${stem}-${locale}.${ending}`;
}

/** Which file a name means; null when there is none of that name. */
export function reportFileOf(name: string): { format: ReportFileFormat; locale: Locale } | null {
  const all = reportFileFormats.flatMap((format) => locales.map((locale) => ({ format, locale })));
  return all.find(({ format, locale }) => reportFileName(format, locale) === name) ?? null;
}

/** The permanent address of a file of a version, on this site. */
export function reportFileAddress(slug: string, version: number, format: ReportFileFormat, locale: Locale): string {
  return `/api/reports/${slug}/versions/${version}/files/${reportFileName(format, locale)}`;
}

/** What a downloaded file is called: says what it is without its address. */
export function downloadName(slug: string, version: number, format: ReportFileFormat, locale: Locale): string {
  return `${slug}-version-${version}-${reportFileName(format, locale)}`;
}

export function contentTypeOf(format: ReportFileFormat): string {
  return kinds[format].contentType;
}

/** The permanent address of a version's JSON, on this site. */
export function snapshotAddress(slug: string, version: number): string {
  return `/api/reports/${slug}/versions/${version}`;
}

/** Where it is said how the JSON is laid out, on this site. */
export const snapshotSchemaAddress = "/api/reports/schema.json";

/** The address of a version's evidence pack, on this site. */
export function packAddress(slug: string, version: number): string {
  return `/api/reports/${slug}/versions/${version}/files/pack.zip`;
}

/** `georgia-2018-2019-2019-annual-version-1-evidence-pack.zip` */
export function packFileName(slug: string, version: number): string {
  return `${slug}-version-${version}-evidence-pack.zip`;
}
