// `npm test`: every check of the project in the order in which a failure is cheapest to learn; stops at the first one.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build, generate, install, node, root, run, took } from "./prepare.mjs";

const program = (file, ...args) => () => run(node, [path.join(root, "node_modules", file), ...args]);
const vitest = (...projects) => program("vitest/vitest.mjs", "run", ...projects.flatMap((name) => ["--project", name]));
const prepared = (step) => () => step().then(() => 0);

async function types() {
  // Writes the types of routes and style modules, which a fresh clone lacks.
  const routes = await program("next/dist/bin/next", "typegen")();
  return routes === 0 ? program("typescript/bin/tsc", "--noEmit", "-p", ".")() : routes;
}

const has = (program) => spawnSync(program, ["-v"]).error === undefined;

/** Tests read the PDF files as anybody would, by the programs of poppler-utils; a machine that lacks them gets them, if we may. */
async function readers() {
  if (has("pdfinfo") && has("pdftotext")) return 0;
  const apt = (...args) => run("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  const packages = ["install", "-y", "--no-install-recommends", "poppler-utils"];
  if (has("apt-get") && process.getuid?.() === 0 && ((await apt(...packages)) === 0 || ((await apt("update")) === 0 && (await apt(...packages)) === 0))) return 0;
  console.error("The tests read PDF files by pdfinfo and pdftotext, which this machine lacks. Install poppler-utils (Debian, Ubuntu: apt-get install poppler-utils; macOS: brew install poppler) and start again.");
  return 1;
}

const steps = [
  ["packages", prepared(install)],
  ["readers of PDF", readers],
  ["database client", prepared(generate)],
  ["types", types],
  ["lint", program("eslint/bin/eslint.js", ".", "--max-warnings=0")],
  ["import rules", program("dependency-cruiser/bin/dependency-cruise.mjs", "--config", "dependency-rules.mjs", "app", "bin", "components", "e2e", "lib", "prisma")],
  ["unused code", program("knip/bin/knip.js")],
  ["unit and database tests", vitest("unit", "database")],
  ["build", prepared(build)],
  ["browser tests", vitest("browser")],
];

const began = Date.now();
const lines = [];
let failed;
for (const [name, step] of steps) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const exitCode = await step();
  lines.push(`${exitCode === 0 ? "✓" : "✕"} ${name.padEnd(26)}${took(Date.now() - started).padStart(12)}`);
  if (exitCode !== 0) {
    failed = name;
    break;
  }
}

console.log(`\n${lines.join("\n")}\n`);
console.log(failed ? `Failed at: ${failed}. What is wrong is printed above, under “— ${failed}”.` : `Everything passed in ${took(Date.now() - began)}.`);
process.exit(failed ? 1 : 0);
