// What has to be there before anything runs. Only Node's own modules: this is the first thing a fresh clone starts, on
// whatever Node the machine has; everything after it runs on the Node that the project brings.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
export const node = path.join(root, "node_modules/.bin/node");

const stamps = path.join(root, "node_modules/.open-commitments");
const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
let running;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopping = true;
    if (running) running.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    else process.exit(0);
  });
}

export function say(sentence) {
  console.log(`• ${sentence}`);
}

/** A duration in milliseconds as people read it: "0.8 s", "1 min 5 s". */
export function took(milliseconds) {
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs a program to its end and returns its exit code. What stops us stops the program first; its end is then ours. The
 * channel lets the program notice that we were killed without a word.
 */
export function run(command, args, { env = {}, channel = false, silent = false } = {}) {
  const inherited = silent ? "pipe" : "inherit";
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...quiet, ...env },
    stdio: channel ? ["inherit", "inherit", "inherit", "ipc"] : ["inherit", inherited, inherited],
  });
  running = child;
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => printed.push(chunk));
  return new Promise((resolve) => {
    const done = (code) => {
      running = undefined;
      if (stopping) process.exit(channel ? (code ?? 0) : 0);
      if (code !== 0 && silent) process.stderr.write(Buffer.concat(printed));
      resolve(code ?? 1);
    };
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.once("close", done);
  });
}

function filesUnder(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (!readdirSync(path.dirname(full), { withFileTypes: true }).some((entry) => entry.name === path.basename(full) && entry.isDirectory())) return [place];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.includes("/generated/") && !/\.test\.tsx?$/.test(file));
}

/** One hash over the names and contents of files and folders. */
function hashOf(...places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesUnder).sort()) hash.update(file).update("\0").update(readFileSync(path.join(root, file))).update("\0");
  return hash.digest("hex");
}

function isStamped(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function putStamp(stamp, hash) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

async function orStop(exitCode, sentence) {
  if ((await exitCode) === 0) return;
  console.error(`\n✕ ${sentence}`);
  process.exit(1);
}

/** Installs the packages of the lock file unless exactly these were installed before. */
export async function install() {
  const stamp = path.join(stamps, "packages");
  const hash = hashOf("package-lock.json");
  if (isStamped(stamp, hash) && existsSync(node)) return;
  say("Installing packages (once, and after updates)…");
  const began = Date.now();
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath ?? "";
  const installed = /\.c?js$/.test(npm) ? run(process.execPath, [npm, ...args]) : run("npm", args);
  await orStop(installed, "The packages could not be installed; what npm says is above. The npm registry must be reachable for this step.");
  putStamp(stamp, hash);
  say(`Packages installed in ${took(Date.now() - began)}.`);
}

/** Writes the database client from `prisma/schema` when that changed. */
export async function generate() {
  const stamp = path.join(stamps, "database-client");
  const hash = hashOf("prisma/schema", "prisma.config.ts", "package-lock.json");
  if (isStamped(stamp, hash) && existsSync(path.join(root, "lib/platform/db/generated/client.ts"))) return;
  say("Writing the database client…");
  // Prisma's command line would download an engine that generating does not need; any program's path keeps it from that.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: existsSync("/bin/true") ? "/bin/true" : node };
  await orStop(run(node, [path.join(root, "node_modules/prisma/build/index.js"), "generate"], { env, silent: true }), "The database client could not be written.");
  putStamp(stamp, hash);
}

/** Builds the pages when anything they are made of changed since the last build. */
export async function build() {
  const stamp = path.join(root, ".next/open-commitments");
  const hash = hashOf("app", "components", "lib", "messages", "public", "prisma/schema", "next.config.ts", "tsconfig.json", "package-lock.json");
  if (isStamped(stamp, hash)) return;
  say("Building the pages (once, and after changes)…");
  const began = Date.now();
  const built = run(node, [path.join(root, "node_modules/next/dist/bin/next"), "build"], { env: { NODE_ENV: "production" }, silent: true });
  await orStop(built, "The pages could not be built; the reason is above.");
  putStamp(stamp, hash);
  say(`Pages built in ${took(Date.now() - began)}.`);
}
