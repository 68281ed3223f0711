import type { Locale } from "#lib/record/localized/schema.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import { reportDocument } from "./blocks.ts";
import { makeDocx } from "./docx.ts";
import { makePdf } from "./pdf.ts";
import { makePicture, type Picture } from "./picture.ts";
import { makePoster, type Poster } from "./poster.ts";
import type { ReportFileFormat, ReportSource } from "./schema.ts";
import { makeCsvZip, makeXlsx } from "./sheets.ts";
import { makeSummary } from "./summary.ts";

/** Which file to make of which frozen version. */
export interface ReportFileOrder {
  format: ReportFileFormat;
  locale: Locale;
  /** The version's JSON, byte for byte. */
  snapshot: string;
  source: ReportSource;
}

/** What the workshop makes. */
export type FileOrder = ReportFileOrder | { format: "picture"; picture: Picture } | { format: "poster"; poster: Poster };

/** A file of an order; the same order makes the same bytes. Slow: see the workshop. */
export async function makeFile(order: FileOrder): Promise<Uint8Array> {
  if (order.format === "picture") return makePicture(order.picture);
  return order.format === "poster" ? makePoster(order.poster) : makeReportFile(order);
}

/** A file from a version's frozen bytes and the words of one language. */
async function makeReportFile({ format, locale, snapshot: json, source }: ReportFileOrder): Promise<Uint8Array> {
  const snapshot = readSnapshot(json);
  const say = await translatorFor(locale);
  switch (format) {
    case "pdf": return makePdf(reportDocument(snapshot, source, say, locale));
    case "summary_pdf": return makeSummary(snapshot, source, say, locale);
    case "docx": return makeDocx(reportDocument(snapshot, source, say, locale));
    case "xlsx": return makeXlsx(snapshot, source, say, locale);
    case "csv": return makeCsvZip(snapshot, source, say, locale);
  }
}
