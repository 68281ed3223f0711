import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

/** All texts of a workbook. */
function textOf(workbook: Buffer): string {
  return Object.entries(unzipSync(workbook)).filter(([name]) => name.endsWith(".xml")).map(([, bytes]) => strFromU8(bytes)).join("\n");
}

describe.each(locales)("a wrong workbook comes back marked, in %s", (locale: Locale) => {
  const t = words(locale);

  test("every problem is named with its cell, nothing can be started, and the marked-up copy says the same", async () => {
    const page = await openBrowser();
    await signIn(page, "secretariat", { locale });
    const example = await (await page.request.get(`/api/imports/example/csv?locale=${locale}`)).body();
    const sheets = unzipSync(example);
    // A month that no year has, wherever the example states a term.
    const wrong = Object.fromEntries(Object.entries(sheets).map(([name, bytes]) => [name, strToU8(strFromU8(bytes).replace(/\b20\d\d-\d\d\b/, "2026-19"))]));
    await visit(page, `/${locale}/workspace/imports/new`);
    await page.locator('input[type="file"]').setInputFiles({ name: "plan.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync(wrong)) });
    await page.getByRole("button", { name: t("imports.new.submit"), exact: true }).click();
    await page.waitForURL(/imports\/[0-9a-f-]{36}/);
    await page.getByRole("link", { name: t("imports.preview.markedUp"), exact: true }).waitFor();
    const cell = /[A-Z]+\d+/.exec((await page.locator("tbody th").first().textContent()) ?? "")?.[0] ?? "";
    expect(cell).not.toBe("");
    expect(await page.getByRole("button", { name: t("imports.start.new"), exact: true }).count()).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `import-problems-${locale}`);

    const problem = (await page.locator("tbody td").first().textContent()) ?? "";
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: t("imports.preview.markedUp"), exact: true }).click()]);
    const copy = textOf(readFileSync(await download.path()));
    expect(copy).toContain(problem.slice(0, 20));
    expect(copy).toContain("2026-19");
  });

  test("a file that is no plan is refused with the reason", async () => {
    const page = await openBrowser();
    await signIn(page, "secretariat", { locale });
    await visit(page, `/${locale}/workspace/imports/new`);
    await page.locator('input[type="file"]').setInputFiles({ name: "plan.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("%PDF-1.7 no sheet") });
    await page.getByRole("button", { name: t("imports.new.submit"), exact: true }).click();
    await page.getByText(t("imports.new.refused")).waitFor();
    await expectAccessible(page);
    await picture(page, `import-refused-${locale}`);
  });
});
