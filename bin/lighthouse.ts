// `npm run lighthouse -- http://localhost:3000`: every public page of a running installation with the demo plans, in both languages, on a phone and at a desk.
import { formFactors, openAuditor, tooLow } from "#e2e/lighthouse.ts";
import { publicTemplates } from "#e2e/page-templates.ts";

const site = (process.argv[2] ?? "http://localhost:3000").replace(/\/$/, "");
const auditor = await openAuditor();
let failed = 0;
try {
  for (const { address, personal, status } of publicTemplates) {
    if (status) continue;
    for (const locale of ["ka", "en"]) {
      for (const formFactor of formFactors) {
        const audited = await auditor.audit(`${site}/${locale}${address}`, formFactor, personal === true);
        const low = tooLow(audited);
        if (low.length) failed += 1;
        console.log(`${low.length ? "✕" : "✓"} ${formFactor.padEnd(7)} /${locale}${address}  ${Object.values(audited.scores).join(" ")}`);
        for (const lost of audited.lost) console.log(`    ${lost}`);
      }
    }
  }
} finally {
  await auditor.close();
}
if (failed) {
  console.error(`✕ ${failed} below what is asked for: accessibility 100, best practices and search engines 95.`);
  process.exitCode = 1;
}
