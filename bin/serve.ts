import path from "node:path";
import { now } from "#lib/platform/clock.ts";
import { openInstallation, settingsOrExit, type Installation } from "#lib/platform/installation.ts";
import type { Settings } from "#lib/platform/settings.ts";

const root = path.resolve(import.meta.dirname, "..");
const development = process.argv.includes("--dev");
const closing: (() => Promise<unknown>)[] = [];
let stopping = false;
let starting: Promise<boolean> = Promise.resolve(true);

function say(sentence: string): void {
  console.log(`• ${sentence}`);
}

/** Ends what was started, the last first, also when it was only just being started. */
async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await starting;
  for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error));
  process.exit(exitCode);
}

/** A second Ctrl-C, and the one that the starting program passes on, change nothing: stopping is under way. */
function stopWhenAsked(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) console.log("\n• Stopping…");
      void stop(0);
    });
  }
  // The starting program was killed without a word.
  process.on("disconnect", () => void stop(0));
}

async function startPages(settings: Settings): Promise<void> {
  const [{ default: next }, { createHandler }, { serve }] = await Promise.all([
    import("next"),
    import("#lib/platform/server/handler.ts"),
    import("#lib/platform/server/serve.ts"),
  ]);
  const app = next({ dev: development, dir: root, customServer: true, hostname: "localhost", port: settings.port });
  await app.prepare();
  closing.push(() => app.close());
  const handler = createHandler({ next: app.getRequestHandler(), publicUrl: settings.publicUrl, proxies: settings.proxies, development });
  const server = await serve(handler, settings.port, settings.host);
  closing.push(() => server.stop());
}

async function startBackground(): Promise<void> {
  const [{ startWorkers }, { workers }] = await Promise.all([import("#lib/platform/workers.ts"), import("#bin/workers.ts")]);
  closing.push(await startWorkers(workers));
}

async function prepare({ settings }: Installation): Promise<() => void> {
  const { prepareInstallation } = await import("#lib/demo/commands.ts");
  const { accounts, setupLink } = await prepareInstallation(settings, now());
  return () => {
    if (accounts.length) console.log(`\n  Demo accounts (kept in ${path.relative(process.cwd(), path.join(settings.dataDir, "demo-accounts.json"))}):`);
    for (const { role, email, password, organisation } of accounts) console.log(`    ${role.padEnd(14)} ${email.padEnd(34)} ${password.padEnd(24)} ${organisation}`);
    if (setupLink) console.log(`\n  Create the first administrator with this link; it works once:\n    ${setupLink}`);
  };
}

function explain(error: unknown, settings: Settings): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") console.error(`✕ Port ${settings.port} is taken by another program. Stop that one, or choose another: PORT=3001 npm start`);
  else if (code === "EACCES") console.error(`✕ Port ${settings.port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`);
  else if (code === "ECONNREFUSED" || code === "ENOTFOUND") console.error("✕ The database of DATABASE_URL does not answer.");
  else console.error("✕ The start failed.", error);
}

async function start(settings: Settings): Promise<boolean> {
  try {
    say(settings.databaseUrl ? "Connecting to the database…" : "Starting PostgreSQL…");
    const installation = await openInstallation(settings, say);
    closing.push(() => installation.close());
    const sayWhoMayEnter = await prepare(installation);
    if (stopping) return true;
    await startPages(settings);
    await startBackground();
    console.log(`\n  Open Commitments is at ${settings.publicUrl}`);
    sayWhoMayEnter();
    console.log("\n  Ctrl-C stops it.\n");
    return true;
  } catch (error) {
    explain(error, settings);
    return false;
  }
}

stopWhenAsked();
const settings = settingsOrExit();
Object.assign(process.env, { NODE_ENV: development ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
starting = start(settings);
if (!(await starting)) await stop(1);
