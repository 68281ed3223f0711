import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addMembership, createAccount, setPassword } from "#lib/accounts/commands.ts";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { localize, type Localized } from "#lib/record/localized/schema.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { createPeriod, openPeriod } from "#lib/reporting/periods/commands.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { proposeMunicipalities } from "#lib/organisations/plan-municipalities/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { loadProcess } from "#lib/process/loading/commands.ts";
import { createSetupLink } from "#lib/accounts/sign-in/commands.ts";
import { demoOrganisations, demoPeople, demoPlans, demoProcess, halfYearOf, reportedPlan } from "./rules.ts";
import { demoAccountsSchema, type DemoAccount } from "./schema.ts";

const demo = systemActor("demo");
const timeoutMs = 300_000;

/**
 * Prepares the installation at its start, after the migrations: the default lists, and once what municipalities plans and bodies are of; with `demo`, an empty database gets the
 * demo plans, an open period and accounts, all of it or nothing. While nobody administers, a fresh link that makes the
 * first administrator is given back and older ones end.
 * @param settings dataDir: where `demo-accounts.json` is kept, readable by its owner only
 */
export async function prepareInstallation(settings: { demo: boolean; dataDir: string }, now: Date): Promise<{ accounts: DemoAccount[]; setupLink: string | null }> {
  await ensureLists(now);
  await proposeMunicipalities(now);
  const place = path.join(settings.dataDir, "demo-accounts.json");
  if (settings.demo && (await isEmpty())) await inTransaction(() => loadDemo(place, now), timeoutMs);
  const link = await createSetupLink(systemActor("start"), now);
  return { accounts: settings.demo && !link ? keptAccounts(place) : [], setupLink: link?.url ?? null };
}

async function isEmpty(): Promise<boolean> {
  return (await db().plan.count()) + (await db().account.count()) === 0;
}

async function loadDemo(place: string, now: Date): Promise<void> {
  for (const name of demoPlans) await importPlan(demo, readDemo(name), now);
  await loadProcess(demo, readDemo(demoProcess), now);
  for (const organisation of demoOrganisations) await createOrganisation(demo, organisation, now);
  await openHalfYear(now);
  const accounts: DemoAccount[] = [];
  for (const person of demoPeople) accounts.push(await createDemoAccount(person, now));
  keepAccounts(place, accounts);
}

function readDemo(name: string): unknown {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, "../../prisma/demo", `${name}.json`), "utf8"));
}

async function openHalfYear(now: Date): Promise<void> {
  const { id: planId } = await db().plan.findUniqueOrThrow({ where: { slug: reportedPlan }, select: { id: true } });
  const { label, ...days } = halfYearOf(now);
  const period = await createPeriod(demo, { planId, ...days, label: { ka: label.ka, en: label.en }, kind: "half_year" }, now);
  await openPeriod(demo, { periodId: period.id, version: period.version }, now);
}

async function createDemoAccount({ role, email, name, organisations }: (typeof demoPeople)[number], now: Date): Promise<DemoAccount> {
  const password = randomBytes(12).toString("base64url");
  const { id: accountId } = await createAccount(demo, { email, name }, now);
  await setPassword(demo, { accountId, password }, now);
  const rows = await Promise.all(organisations.map((slug) => db().organisation.findUniqueOrThrow({ where: { slug }, select: { id: true, name: true } })));
  if (role === "administrator") await addMembership(demo, { accountId, role, organisationId: null }, now);
  for (const { id: organisationId } of rows) await addMembership(demo, { accountId, role, organisationId }, now);
  return { role, email, password, organisation: rows.map((row) => localize(row.name as Localized, "en")?.text ?? "").join("; ") };
}

/** A file of its own that takes the place of an older one, so that its mode never was a wider one. */
function keepAccounts(place: string, accounts: DemoAccount[]): void {
  const fresh = `${place}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, place);
}

function keptAccounts(place: string): DemoAccount[] {
  return existsSync(place) ? demoAccountsSchema.parse(JSON.parse(readFileSync(place, "utf8"))) : [];
}
