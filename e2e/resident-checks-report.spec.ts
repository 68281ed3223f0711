import { createHash } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, visit } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

describe.each(locales)("a resident reads a published report and checks it, in %s", (locale) => {
  const t = words(locale);

  test("sections in which nothing is stated are left out, the checksum is that of the download, every version has its address, and paper carries no menus", async () => {
    const page = await openBrowser();
    await visit(page, `/${locale}/reports`);
    // The demo's report, not one that another story publishes meanwhile.
    await page.locator('main a[href*="/reports/georgia-"], main a[href*="/reports/national-"]').last().click();
    await page.waitForURL(`**/${locale}/reports/*`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const headings = await page.locator("main article h2").allInnerTexts();
    expect(headings.slice(0, 2)).toEqual([t("reports.sections.process"), t("reports.sections.summary")]);
    await picture(page, `report-${locale}`);

    const shown = (await page.locator("section[aria-labelledby='versions'] code[translate='no']").last().innerText()).replace(/\s/g, "");
    const address = await page.getByRole("link", { name: t("reports.versions.download") }).first().getAttribute("href");
    const download = await fetch(new URL(address ?? "", inject("site")));
    const bytes = Buffer.from(await download.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(shown);
    expect(download.headers.get("etag")).toBe(`"${shown}"`);
    expect(JSON.parse(bytes.toString("utf8"))).toMatchObject({ format: "open-commitments/report/2", report: { consultation: null } });

    await visit(page, `${new URL(page.url()).pathname}/versions/1`);
    expect((await page.goto(`${new URL(page.url()).pathname.replace(/1$/, "99")}`))?.status()).toBe(404);
    await page.goBack();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("main aside").isVisible()).toBe(false);
    expect(await page.locator("header nav").first().isVisible()).toBe(false);
  });
});
