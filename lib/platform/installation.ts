import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { applicationUrl } from "#lib/platform/application-role.ts";
import { installJobs } from "#lib/platform/jobs.ts";
import { applyMigrations } from "#lib/platform/migrations.ts";
import { startPostgres } from "#lib/platform/postgres.ts";
import { followClockFile } from "#lib/platform/set-clock.ts";
import { readSettings, type Settings } from "#lib/platform/settings.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** What a program of ours needs before it does anything: checked settings in the environment and a migrated database. */
export interface Installation {
  settings: Settings;
  /** Ends this process's connections, and the embedded PostgreSQL if this process started it. */
  close(): Promise<void>;
}

/** Checked settings, `dataDir` absolute. With a wrong one the process says which and what is expected, and ends with 1. */
export function settingsOrExit(): Settings {
  const read = readSettings(process.env);
  if ("settings" in read) return { ...read.settings, dataDir: path.resolve(root, read.settings.dataDir) };
  for (const { name, expected } of read.problems) console.error(`✕ ${name} is wrong. Expected: ${expected}.`);
  console.error("Nothing was started. Every setting is explained in .env.example.");
  process.exit(1);
}

function keptSecret(dataDir: string): string {
  const place = path.join(dataDir, "auth-secret");
  if (!existsSync(place)) writeFileSync(place, randomBytes(48).toString("base64url"), { mode: 0o600 });
  return readFileSync(place, "utf8").trim();
}

function smsEnvironment({ url, from, prefixes, price, currency, dailyCap, numberDailyCap }: Settings["sms"]): Record<string, string> {
  if (!url) return {};
  return { SMS_URL: url, SMS_FROM: from ?? "", SMS_PREFIXES: prefixes, SMS_PRICE: price ?? "", SMS_CURRENCY: currency, SMS_DAILY_CAP: String(dailyCap), SMS_NUMBER_DAILY_CAP: String(numberDailyCap) };
}

/** What the rest of the program, Next and next-auth read. */
function putIntoEnvironment(settings: Settings, databaseUrl: string): void {
  const secret = settings.authSecret ?? keptSecret(settings.dataDir);
  Object.assign(process.env, {
    PORT: String(settings.port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    PUBLIC_URL: settings.publicUrl,
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: settings.publicUrl,
    MAIL_FROM: settings.mailFrom,
    LOG_LEVEL: settings.logLevel,
    DATA_LICENCE_NAME: settings.dataLicence.name,
    DATA_LICENCE_URL: settings.dataLicence.url,
    DEMO: settings.demo ? "on" : "off",
    ...smsEnvironment(settings.sms),
    ...(settings.mailBounces ? { MAIL_BOUNCES: settings.mailBounces } : {}),
    ...(settings.smtpUrl ? { SMTP_URL: settings.smtpUrl } : {}),
    ...(settings.clockFile ? { CLOCK_FILE: settings.clockFile } : {}),
  });
}

/** For tests and demonstrations only: everybody who starts it is to know. */
function setClock(file: string, say: (sentence: string) => void): void {
  followClockFile(file);
  say(`CLOCK_FILE IS SET: the time is what ${file} says, NOT the machine's. Deadlines, reminders and everything recorded go by it. It is meant for tests and demonstrations only.`);
}

/**
 * Opens the installation that the environment describes. Import what reads the environment (`db`, Next) only afterwards.
 * @param say is told in sentences what is being done
 */
export async function openInstallation(settings: Settings, say: (sentence: string) => void): Promise<Installation> {
  // Others may pass through it, as PostgreSQL's own user must; each thing in it is closed by itself.
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o711 });
  const embedded = settings.databaseUrl ? undefined : await startPostgres({ folder: path.join(settings.dataDir, "postgres"), durable: true, say });
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? "";
  const close = async (): Promise<void> => {
    // Loaded late: they read the environment that is put there below.
    const [{ disconnect }, { closeLimits }] = await Promise.all([import("#lib/platform/db/client.ts"), import("#lib/platform/limits.ts")]);
    await Promise.all([disconnect(), closeLimits()]);
    await embedded?.stop();
  };
  try {
    const applied = await applyMigrations(databaseUrl);
    await installJobs(databaseUrl);
    // Another server's roles are its operator's business.
    putIntoEnvironment(settings, embedded ? await applicationUrl(databaseUrl) : databaseUrl);
    if (applied.length) say(`The database was brought up to date: ${applied.join(", ")}.`);
  } catch (error) {
    await close();
    throw error;
  }
  if (settings.clockFile) setClock(settings.clockFile, say);
  return { settings, close };
}
