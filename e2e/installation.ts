import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { openSmsGateway } from "#lib/platform/testing/sms-gateway.ts";
import { openMailServer } from "#lib/platform/testing/smtp.ts";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the installation, without a slash at the end. */
    site: string;
    /** Its data folder, with the demo accounts. */
    dataDir: string;
    /** The file that says what time it is there; see `setClock` in the fixtures. */
    clockFile: string;
    /** Every mail that it sent, as one `.eml` file each. */
    mailDir: string;
    /** Every statement that it sends to its database, a line each. */
    statementLog: string;
    /** Every text message that it sent, as one `.json` file each. */
    smsDir: string;
  }
}

const root = path.resolve(import.meta.dirname, "..");

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function untilHealthy(site: string, exited: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const healthy = await fetch(`${site}/api/health`).then((response) => response.ok, () => false);
    if (healthy) return;
    if (exited()) break;
    await wait(100);
  }
  throw new Error("the installation did not start");
}

/** The whole product as `npm start` starts it, on data of its own, with the demo plans and a mail server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder("e2e");
  const mailDir = path.join(folder, "mail");
  const dataDir = path.join(folder, "data");
  const clockFile = path.join(folder, "clock");
  const smsDir = path.join(folder, "sms");
  mkdirSync(mailDir);
  mkdirSync(smsDir);
  // Empty: the machine's time, until a story sets another.
  writeFileSync(clockFile, "");
  const statementLog = path.join(folder, "statements");
  writeFileSync(statementLog, "");
  let mails = 0;
  const mail = await openMailServer(({ raw }) => writeFileSync(path.join(mailDir, `${String((mails += 1)).padStart(5, "0")}.eml`), raw));
  let texts = 0;
  const gateway = await openSmsGateway({ username: "tracker", password: "tracker", take: (sms) => writeFileSync(path.join(smsDir, `${String((texts += 1)).padStart(5, "0")}.json`), JSON.stringify(sms)) });
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: site, DATA_DIR: dataDir, SMTP_URL: mail.url, SMS_URL: gateway.url, SMS_FROM: "2012", SMS_PRICE: "0.05", DEMO: "on", DATABASE_URL: "", CLOCK_FILE: clockFile, STATEMENT_LOG: statementLog, NODE_OPTIONS: `--import=${path.join(root, "e2e/statement-log.mjs")}` };
  const child = spawn(process.execPath, ["bin/start.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.stdout.resume();
  await untilHealthy(site, () => child.exitCode !== null);
  project.provide("site", site);
  project.provide("dataDir", dataDir);
  project.provide("mailDir", mailDir);
  project.provide("smsDir", smsDir);
  project.provide("clockFile", clockFile);
  project.provide("statementLog", statementLog);
  return async () => {
    child.kill("SIGTERM");
    await ended;
    await mail.close();
    await gateway.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
