// `node bench/report-pdf.ts [commitments] [milestones of each]`: how long the files of a large report take. See README.md here.
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { reportDocument } from "#lib/reports/files/blocks.ts";
import { generatedReport } from "#lib/reports/files/generated-report.ts";
import { makePdf } from "#lib/reports/files/pdf.ts";
import { makeSummary } from "#lib/reports/files/summary.ts";
import { typesetReport } from "#lib/reports/files/typesetting.ts";
import { layOut } from "#lib/reports/files/typst.ts";

const [commitments = 30, milestones = 5] = process.argv.slice(2).map(Number);
const source = { sha256: "0".repeat(64), site: "https://example.ge" };
const snapshot = generatedReport({ commitments, milestones });

/** How long a piece of work took, in seconds. */
function timed<T>(work: () => T): [T, string] {
  const start = performance.now();
  const value = work();
  return [value, ((performance.now() - start) / 1000).toFixed(2)];
}

console.log(`${commitments} commitments with ${milestones} milestones each:`);
for (const locale of ["ka", "en"] as const) {
  const say = await translatorFor(locale);
  // The first file of a process reads the fonts.
  makeSummary(generatedReport({ commitments: 1, milestones: 1 }), source, say, locale);
  const [pdf, whole] = timed(() => makePdf(reportDocument(snapshot, source, say, locale)));
  const [document, told] = timed(() => reportDocument(snapshot, source, say, locale));
  const [typeset, prepared] = timed(() => typesetReport(document));
  const [{ pages }, laid] = timed(() => layOut("report.typ", typeset));
  const [, summary] = timed(() => makeSummary(snapshot, source, say, locale));
  console.log(`  ${locale}: PDF of ${pages} pages, ${(pdf.length / 1e6).toFixed(1)} MB, in ${whole} s (blocks ${told}, typesetting ${prepared}, layout ${laid}); summary ${summary} s`);
}
