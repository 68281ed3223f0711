import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import PostalMime, { type Email } from "postal-mime";
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { TakenSms } from "#lib/platform/testing/sms-gateway.ts";
import { launchBrowser } from "#e2e/browser.ts";

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };
export const locales = ["ka", "en"] as const;
export type Locale = (typeof locales)[number];

const screenshots = path.resolve(import.meta.dirname, "screenshots");

let browser: Browser;
const contexts: BrowserContext[] = [];
/** What a page complained of in its console, and scripts or styles that the policy refused. */
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  await putClockBack();
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  expect(complaints.splice(0), "complaints in the browser's console").toEqual([]);
});

afterAll(() => browser.close());

/** A browser of one person: own cookies, a phone unless said otherwise. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: inject("site"), viewport: phone, timezoneId: "Asia/Tbilisi", ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("console", (message) => {
    // A form that the server refuses answers 4xx on purpose; the browser reports that as an error of loading.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return page;
}

/** What axe finds on the page as it is now; one that has just been gone to has its title first. */
async function findings(page: Page, rules?: string[]) {
  await page.waitForFunction(() => document.title !== "");
  const axe = new AxeBuilder({ page });
  return (await (rules ? axe.withRules(rules) : axe).analyze()).violations;
}

/** Fails on any serious or critical finding of axe. */
export async function expectAccessible(page: Page): Promise<void> {
  let violations = await findings(page);
  // Between two pages the title of the one that is left goes before that of the next comes: such a finding is looked at again.
  if (violations.some(({ id }) => id === "document-title")) violations = await findings(page);
  const grave = violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical");
  expect(grave.map((violation) => `${page.url()} ${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** Every finding of axe on the page, however slight, in words; of `rules` alone where they are given. */
export async function accessibilityFindings(page: Page, rules?: string[]): Promise<string[]> {
  return (await findings(page, rules)).map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`);
}

/** Fails when the page can be scrolled sideways: something is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Opens a page of the site as a reader does and checks what every page owes its reader. */
export async function visit(page: Page, address: string): Promise<void> {
  // From the same page, only the part after # would be looked for, and nothing loaded.
  if (page.url().endsWith(address)) await page.goto("about:blank");
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Opens a public page, again if need be, until it says what was just published: kept pages are up to two seconds old. */
export async function readUntil(page: Page, address: string, ...texts: string[]): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await visit(page, address);
    const seen = await Promise.all(texts.map((text) => page.getByText(text).first().isVisible()));
    if (seen.every(Boolean)) return;
    await wait(500);
  }
  for (const text of texts) await page.getByText(text).first().waitFor({ timeout: 1_000 });
}

/** Pictures of the page at the widths of a phone and of a desk, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? phone;
  for (const [width, size] of [["phone", phone], ["desktop", desktop]] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: path.join(screenshots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}

let clockIsSet = false;

/** The installation reads its clock at most once a second. */
const clockIsRead = 1_100;

/**
 * Lets it be another time in the installation, such as "2027-01-24T08:05:00+04:00", from where time goes on; only forward
 * within a story. All stories share one installation, so the clock is put back after each, and only what is about dates
 * may set it: what is recorded meanwhile bears that date for good. Periods, terms, links and reminders go by it; sessions,
 * limits on attempts and the pauses between attempts at a mail go by the machine's clock and do not notice.
 */
export async function setClock(iso: string): Promise<void> {
  clockIsSet = true;
  writeFileSync(inject("clockFile"), iso);
  await wait(clockIsRead);
}

async function putClockBack(): Promise<void> {
  if (!clockIsSet) return;
  clockIsSet = false;
  writeFileSync(inject("clockFile"), "");
  await wait(clockIsRead);
}

interface DemoAccount {
  role: string;
  email: string;
  password: string;
  organisation: string;
}

/** The demo account of a role; among several, the one whose e-mail contains `hint`. */
export function demoAccount(role: string, hint = ""): DemoAccount {
  const accounts = JSON.parse(readFileSync(path.join(inject("dataDir"), "demo-accounts.json"), "utf8")) as DemoAccount[];
  const account = accounts.find((candidate) => candidate.role === role && candidate.email.includes(hint));
  if (!account) throw new Error(`no demo account with the role ${role} ${hint}`);
  return account;
}

/** Signs a person in through the form and waits for the desk. */
export async function signIn(page: Page, role: string, { hint = "", locale = "en" as Locale } = {}): Promise<void> {
  const account = demoAccount(role, hint);
  await visit(page, `/${locale}/sign-in`);
  await page.locator('input[name="email"]').fill(account.email);
  await page.locator('input[name="password"]').fill(account.password);
  await page.locator('main form button[type="submit"], main form button:not([type])').first().click();
  await page.waitForURL(`**/${locale}/workspace`);
}

async function mails(): Promise<Email[]> {
  const folder = inject("mailDir");
  return Promise.all(readdirSync(folder).sort().map((name) => PostalMime.parse(readFileSync(path.join(folder, name)))));
}

/** Waits for the newest mail to an address that `is` accepts; mails leave within seconds of what caused them. */
export async function mailTo(address: string, is: (mail: Email) => boolean = () => true): Promise<Email> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const found = (await mails()).filter((mail) => mail.to?.some((to) => to.address === address) && is(mail)).at(-1);
    if (found) return found;
    await wait(100);
  }
  throw new Error(`no such mail to ${address}`);
}

/** Waits for the newest text message to a number that `is` accepts. */
export async function smsTo(number: string, is: (text: string) => boolean = () => true): Promise<string> {
  const folder = inject("smsDir");
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const all = readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as TakenSms);
    const found = all.filter(({ to, text }) => to === number && is(text)).at(-1);
    if (found) return found.text;
    await wait(100);
  }
  throw new Error(`no such text message to ${number}`);
}

/** The first address in a mail's text that contains `part`. */
export function linkIn(mail: Email, part: string): string {
  const link = mail.text?.match(/https?:\/\/\S+/g)?.find((candidate) => candidate.includes(part));
  if (!link) throw new Error(`no link with ${part} in: ${mail.text}`);
  return link;
}
