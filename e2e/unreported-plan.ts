import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inject } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

interface PlanFile {
  plan: { slug: string; title: Record<string, string> };
  periods: { status: string; dueOn?: string; updates?: unknown; assessments?: unknown; reports?: unknown }[];
}

function run(file: string): Promise<void> {
  const child = spawn(process.execPath, ["bin/import.ts", file], {
    cwd: root,
    env: { ...process.env, DATA_DIR: inject("dataDir"), DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { printed += chunk.toString(); });
  return new Promise((resolve, reject) => {
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(printed))));
  });
}

/**
 * The real national plan as it stood before anybody reported: 2019 is open, nothing is said, assessed or published.
 * Its title ends with the slug in brackets, to tell it from the demo's. Loaded by the importer that everybody uses, beside the installation that runs.
 * `dueOn`: last day to report.
 */
export async function importUnreportedPlan(slug: string, { dueOn }: { dueOn?: string } = {}): Promise<void> {
  const file = JSON.parse(readFileSync(path.join(root, "prisma/demo/georgia-2018-2019.json"), "utf8")) as PlanFile;
  file.plan.slug = slug;
  file.plan.title = Object.fromEntries(Object.entries(file.plan.title).map(([locale, title]) => [locale, `${title} (${slug})`]));
  for (const period of file.periods) {
    period.status = "open";
    if (dueOn) period.dueOn = dueOn;
    for (const said of ["updates", "assessments", "reports"] as const) delete period[said];
  }
  const place = path.join(mkdtempSync(path.join(os.tmpdir(), "open-commitments-plan-")), "plan.json");
  writeFileSync(place, JSON.stringify(file));
  await run(place);
}
