import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { clusterFolder, programsFor, unprivilegedUser, type Person } from "#lib/platform/postgres-places.ts";

/** A running embedded server. `stop` does nothing when another process of ours started it and still runs. */
export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Where the cluster, its password and its log live; made when missing. */
  folder: string;
  /** False trades crash safety for speed; for tests only. */
  durable: boolean;
  /** Told in a sentence what is being done. */
  say: (sentence: string) => void;
}

const user = "open_commitments";
const database = "open_commitments";

function keptPassword(folder: string): string {
  const place = path.join(folder, "password");
  if (!existsSync(place)) writeFileSync(place, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(place, "utf8").trim();
}

function createCluster(programs: string, cluster: string, password: string, person: Person | undefined): void {
  const passwordFile = `${cluster}.initial-password`;
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (person) for (const place of [cluster, passwordFile]) chownSync(place, person.uid, person.gid);
  // UTF-8 as character type, or trigrams find nothing in Georgian.
  const options = ["-D", cluster, "-U", user, `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"];
  const made = spawnSync(path.join(programs, "bin/initdb"), options, { ...person, encoding: "utf8", cwd: path.dirname(cluster) });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its files in ${cluster}: ${made.stderr || made.error?.message || "no reason given"}`);
  }
}

/** Process id and port of the server that runs on the cluster; a leftover file of one that died is removed. */
function runningServer(cluster: string): { pid: number; port: number } | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const isOurs = isAlive(pid) && (!existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres"));
  if (isOurs && lines[3]) return { pid, port: Number(lines[3]) };
  if (!isOurs) rmSync(file, { force: true });
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function launch(programs: string, cluster: string, port: number, options: PostgresOptions, person: Person | undefined): number {
  const fast = ["fsync", "synchronous_commit", "full_page_writes"].flatMap((name) => ["-c", `${name}=off`]);
  const args = ["-D", cluster, "-p", String(port), "-h", "127.0.0.1", "-c", "unix_socket_directories=", "-c", "timezone=UTC", ...(options.durable ? [] : fast)];
  const logFile = openSync(path.join(options.folder, "postgresql.log"), "a", 0o600);
  // A session of its own: Ctrl-C reaches only us, and we stop it after the last request.
  const child = spawn(path.join(programs, "bin/postgres"), args, { ...person, cwd: cluster, detached: true, stdio: ["ignore", logFile, logFile] });
  child.unref();
  if (!child.pid) throw new Error(`PostgreSQL could not be started from ${programs}`);
  return child.pid;
}

function addressOf(port: number, password: string, name: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

async function connects(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(url: string, pid: number, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await connects(url)) return;
    if (!isAlive(pid)) break;
    await wait(50);
  }
  throw new Error(`PostgreSQL did not start; its log is ${path.join(folder, "postgresql.log")}`);
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (!found.rowCount) await client.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  await client.end();
}

/** Fast shutdown: ends connections, writes everything down. */
async function stopServer(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  for (let attempt = 0; attempt < 400 && isAlive(pid); attempt += 1) await wait(25);
}

/** When the process ends by another way than `stop`, such as an error nobody caught, the server ends with it. */
function stopAtExit(pid: number): void {
  process.once("exit", () => {
    if (isAlive(pid)) process.kill(pid, "SIGINT");
  });
}

/**
 * Starts the real PostgreSQL that comes from npm on the cluster in `folder`, making it first when there is none. A server
 * that another running process of ours started there is used and left alone; one whose starter died is taken over.
 * @throws Error with a sentence for the person who starts it, when it cannot run here.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const person = unprivilegedUser();
  const programs = programsFor(person, options.say);
  const cluster = clusterFolder(person, options.folder, options.say);
  const password = keptPassword(options.folder);
  if (!existsSync(path.join(cluster, "PG_VERSION"))) createCluster(programs, cluster, password, person);
  const ownerFile = path.join(options.folder, "owner");
  const running = runningServer(cluster);
  const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, "utf8")) : 0;
  const shared = running !== null && owner !== process.pid && owner > 0 && isAlive(owner);
  const port = running?.port ?? (await freePort());
  const pid = running?.pid ?? launch(programs, cluster, port, options, person);
  if (!shared) {
    writeFileSync(ownerFile, String(process.pid));
    stopAtExit(pid);
  }
  await untilReady(addressOf(port, password, "postgres"), pid, options.folder);
  await ensureDatabase(addressOf(port, password, "postgres"));
  return { url: addressOf(port, password, database), stop: shared ? async () => undefined : () => stopServer(pid) };
}
