import { unzipSync, zipSync, strFromU8, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, readUntil, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

const plan = "dmanisi-2024-2025";
/** A title of the plan, and what it becomes. */
const said = {
  ka: { title: "პირველი ტექსტი", reason: "სათაური დაზუსტდა." },
  en: { title: "The second text", reason: "The title was made more exact." },
} as const;

/** Brings in a file as a person does, and waits for the page that shows it. */
async function bringIn(page: Page, locale: Locale, name: string, buffer: Buffer): Promise<void> {
  const t = words(locale);
  await visit(page, `/${locale}/workspace/imports/new`);
  const secretariats = page.locator('select[name="organisationId"]');
  const own = await secretariats.locator("option").filter({ hasText: /Dmanisi|დმანის/ }).first().getAttribute("value");
  await secretariats.selectOption(own ?? "");
  await page.getByRole("radio", { name: /Dmanisi|დმანის/ }).first().check();
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: t("imports.new.submit"), exact: true }).click();
  await page.waitForURL(/imports\/[0-9a-f-]{36}/);
}

/** The same workbook with one text in place of another, wherever it stands. */
function withText(workbook: Buffer, before: string, after: string): Buffer {
  const parts = unzipSync(workbook);
  let found = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.endsWith(".xml")) continue;
    const text = strFromU8(bytes);
    if (!text.includes(`>${before}<`)) continue;
    found += 1;
    parts[name] = strToU8(text.replace(`>${before}<`, `>${after}<`));
  }
  expect(found, before).toBeGreaterThan(0);
  return Buffer.from(zipSync(parts));
}

describe.each(locales)("a plan goes out as a workbook and comes back, in %s", (locale: Locale) => {
  const t = words(locale);

  test("unchanged it changes nothing; with one cell changed it amends the plan, and the public reads why", async () => {
    const reader = await openBrowser();
    await visit(reader, `/${locale}/plans/${plan}`);
    const link = reader.getByRole("link", { name: t("imports.downloads.xlsx"), exact: true });
    const [download] = await Promise.all([reader.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe(`${plan}.xlsx`);
    const file = await reader.request.get(await link.getAttribute("href") ?? "");
    const workbook = await file.body();
    const record = (await (await reader.request.get(`/api/plans/${plan}/file/json`)).json()) as { commitments: { title?: { ka?: string } }[] };
    const before = record.commitments.map(({ title }) => title?.ka ?? "").find((title) => title.length > 20 && !/[&<>"'\n]/.test(title)) ?? "";

    const secretariat = await openBrowser(locale === "ka" ? {} : { viewport: desktop, colorScheme: "dark" });
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/imports`);
    await picture(secretariat, `imports-${locale}`);
    await bringIn(secretariat, locale, `${plan}.xlsx`, workbook);
    await secretariat.getByText(t("imports.preview.nothing")).waitFor();
    expect(await secretariat.getByRole("button", { name: t("imports.start.amend"), exact: true }).count()).toBe(0);
    await expectAccessible(secretariat);
    await picture(secretariat, `import-nothing-${locale}`);

    await visit(secretariat, `/${locale}/workspace/imports/new`);
    await picture(secretariat, `import-new-${locale}`);
    await bringIn(secretariat, locale, `${plan}.xlsx`, withText(workbook, before, said[locale].title));
    await secretariat.getByText(said[locale].title).first().waitFor();
    await expectAccessible(secretariat);
    await expectNoSidewaysScroll(secretariat);
    await picture(secretariat, `import-preview-${locale}`);
    await secretariat.locator(`textarea[name="reason.${locale}"]`).fill(said[locale].reason);
    await secretariat.getByRole("button", { name: t("imports.start.amend"), exact: true }).click();
    await secretariat.getByText(t("imports.done.amended")).waitFor({ timeout: 60_000 });
    await expectAccessible(secretariat);
    await picture(secretariat, `import-done-${locale}`);
    await readUntil(reader, `/${locale}/plans/${plan}/history`, said[locale].reason);
  });
});
