import { parse } from "csv-parse/sync";
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, phone, picture, visit, type Locale } from "./fixtures.ts";
import { words } from "./words.ts";

const national = "/plans/georgia-2018-2019";
const local = "/plans/dmanisi-2024-2025";

/** The section of one figure, by its key. */
const figure = (page: Page, key: string): Locator => page.locator(`main section[aria-labelledby="${key}"]`);

/** The cells of a figure's table, its heads first; it is opened as a reader does. */
async function tableOf(section: Locator): Promise<string[][]> {
  const closed = section.locator("details:not([open]) > summary");
  if (await closed.count()) await closed.first().click();
  return section.locator("table tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())));
}

async function csvOf(section: Locator): Promise<string[][]> {
  const href = await section.locator('a[href*=".csv"]').getAttribute("href");
  const answer = await fetch(new URL(href ?? "", inject("site")));
  expect([href, answer.status, answer.headers.get("content-type")]).toEqual([href, 200, "text/csv; charset=utf-8"]);
  return parse(await answer.text(), { bom: true });
}

const numbers = (cells: readonly string[]) => cells.filter((cell) => /^\d+$/.test(cell)).map(Number);

/** The counts that the bars of a figure write beside themselves, bar by bar. */
function drawn(section: Locator): Promise<number[][]> {
  return section.locator("figure").evaluateAll((bars) => bars.map((bar) => [...bar.querySelectorAll("li b")].map((count) => Number(count.textContent))));
}

async function compare(page: Page, key: string): Promise<string[][]> {
  const section = figure(page, key);
  const [table, csv] = [await tableOf(section), await csvOf(section)];
  expect([key, table.length]).toEqual([key, csv.length]);
  for (const [index, row] of csv.entries()) expect([key, numbers(table[index] ?? [])]).toEqual([key, numbers(row)]);
  return table;
}

describe.each(locales)("a journalist checks the figures of a plan (%s)", (locale: Locale) => {
  const say = words(locale);

  it("finds the same numbers in chart, table and file, also without scripts", async () => {
    const page = await openBrowser({ viewport: desktop, javaScriptEnabled: false });
    await page.goto(`/${locale}${national}`);
    await page.locator(`main a[href="/${locale}${national}/figures"]`).first().click();
    await page.waitForURL("**/figures");
    for (const key of ["timeline", "milestones", "progress", "fulfilment", "agencies", "parts", "budget"]) await compare(page, key);
    // Counted by hand in the source: three milestones, all suspended, all judged "not implemented".
    for (const key of ["progress", "agencies", "parts"]) expect([key, (await tableOf(figure(page, key))).slice(1).map((row) => numbers(row).filter(Boolean))]).toEqual([key, [[3, 3, 3]]]);
    for (const [key, bars] of [["progress", [[3]]], ["fulfilment", [[3]]], ["agencies", [[3], [3]]], ["parts", [[3], [3]]]] as const) expect([key, await drawn(figure(page, key))]).toEqual([key, bars]);
    expect(await figure(page, "agencies").innerText()).toContain(say("status.progress.suspended"));
  });

  it("reads in words what is late and since when, and follows a change to its milestone", async () => {
    const page = await openBrowser();
    await visit(page, `/${locale}${national}/figures`);
    await picture(page, `figures-${locale}`);
    const table = await tableOf(figure(page, "milestones"));
    expect(table.slice(1).map(([number]) => number)).toEqual(["5.1", "5.2", "5.3"]);
    expect(table[1]?.join(" ")).toMatch(locale === "ka" ? /ვადა \(ოქტომბერი 2018\) .* გავიდა/ : /Its term, October 2018, passed .* ago/);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await visit(page, `/${locale}${national}/figures/changes`);
    await page.locator(`main a[href$="/commitments/zugdidi-5#5.1"]`).first().click();
    await page.waitForURL("**#5.1");
    expect(await page.locator('[id="5.1"]').count()).toBe(1);
  });

  it("adds up a town's budget, and prints all tables", async () => {
    const page = await openBrowser({ viewport: phone });
    await visit(page, `/${locale}${local}/figures`);
    await picture(page, `figures-local-${locale}`);
    const rows = (await csvOf(figure(page, "programmes"))).slice(1);
    const sum = rows.reduce((whole, row) => whole + Number(row[4] || 0), 0);
    expect(sum).toBeGreaterThan(0);
    expect((await page.locator('section[aria-labelledby="money"] ul').first().innerText()).replaceAll(/\D/g, "")).toContain(String(sum));
    await compare(page, "timeline");
    await visit(page, `/${locale}${local}/figures/milestones`);
    await page.goto(`/${locale}${local}/figures`);
    await page.emulateMedia({ media: "print" });
    for (const key of ["timeline", "agencies", "parts", "budget"]) expect([key, await figure(page, key).locator("table").isVisible()]).toEqual([key, true]);
  });
});
