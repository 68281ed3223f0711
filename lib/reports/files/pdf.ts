import type { ReportDocument } from "./schema.ts";
import { typesetReport } from "./typesetting.ts";
import { layOut } from "./typst.ts";

/** The report as a tagged PDF (PDF/UA-1). The same document makes the same bytes. */
export function makePdf(document: ReportDocument): Uint8Array {
  return layOut("report.typ", typesetReport(document)).pdf();
}
