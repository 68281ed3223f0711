// `node bench/plan-import.ts [xlsx|csv]`: how long plans of 5,000 and 10,000 milestones take to be read, and how much memory. See README.md here.
import { spawnSync } from "node:child_process";
import { openZip } from "#lib/sheets/zip.ts";
import { defaultTerms } from "#lib/imports/workbooks/default-terms.ts";
import { readWorkbook } from "#lib/imports/workbooks/reading.ts";
import { writeWorkbook } from "#lib/imports/workbooks/writing.ts";
import type { WorkbookFormat } from "#lib/imports/workbooks/schema.ts";
import { generatedPlan } from "./generated-plan.ts";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const [format = "xlsx", file] = process.argv.slice(2);
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Reads a file in a process of its own, so that nothing else counts, and prints what it took. */
async function measure(place: string): Promise<void> {
  const bytes = readFileSync(place);
  const unpacked = [...openZip(bytes).entries.values()].reduce((sum, { size }) => sum + size, 0);
  const terms = await defaultTerms();
  globalThis.gc?.();
  const [before, start] = [process.memoryUsage(), performance.now()];
  let [heap, rss] = [before.heapUsed, before.rss];
  const watch = setInterval(() => {
    const now = process.memoryUsage();
    [heap, rss] = [Math.max(heap, now.heapUsed), Math.max(rss, now.rss)];
  }, 5);
  const reading = await readWorkbook(bytes, terms);
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1_000;
  const after = process.memoryUsage();
  [heap, rss] = [Math.max(heap, after.heapUsed), Math.max(rss, after.rss)];
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - before.heapUsed;
  if (!reading.ok || reading.problems.length > 0) throw new Error(JSON.stringify(reading).slice(0, 500));
  const growth = rss - before.rss;
  console.log(`  ${megabytes(bytes.length)} packed, ${megabytes(unpacked)} unpacked: read in ${seconds.toFixed(2)} s; at most ${megabytes(growth)} more memory (${(growth / unpacked).toFixed(1)} × unpacked), heap ${megabytes(heap - before.heapUsed)}; the plan keeps ${megabytes(kept)}`);
}

if (file) await measure(file);
else {
  const folder = mkdtempSync(path.join(tmpdir(), "plan-import-"));
  try {
    for (const milestones of [5_000, 10_000]) {
      const place = path.join(folder, `${milestones}`);
      writeFileSync(place, await writeWorkbook(generatedPlan(milestones), format as WorkbookFormat, "ka", await defaultTerms()));
      console.log(`${milestones} milestones, ${format}:`);
      spawnSync(process.execPath, ["--expose-gc", import.meta.filename, format, place], { stdio: "inherit" });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
