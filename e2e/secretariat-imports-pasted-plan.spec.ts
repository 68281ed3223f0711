import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

const folder = path.resolve(import.meta.dirname, "../prisma/demo");
/** The plan of Dmanisi as it stands in its document: paragraphs, and a table whose cells are separated by tabs. */
const document = readFileSync(path.join(folder, "sources/dmanisi-2024-2025.txt"), "utf8");
const demo = JSON.parse(readFileSync(path.join(folder, "dmanisi-2024-2025.json"), "utf8")) as { organisations: { name: Record<Locale, string> }[]; commitments: { number: string; title?: { ka: string }; milestones?: unknown[] }[] };
const locale: Locale = "ka";
const t = words(locale);

async function paste(page: Page): Promise<void> {
  await visit(page, `/${locale}/workspace/imports/new`);
  await page.locator('select[name="organisationId"]').selectOption({ label: demo.organisations[0]?.name[locale] ?? "" });
  await page.getByRole("radio", { name: t("imports.new.asText") }).check();
  await page.locator('textarea[name="text"]').fill(document);
  await page.getByRole("button", { name: t("imports.new.submit"), exact: true }).click();
  await page.waitForURL("**/mapping");
}

const column = (page: Page, index: number) => page.locator(`select[name="column-${index}"]`);

test("a town's administration pastes its plan, looks at what was guessed, and finds it in its workspace", async () => {
  const page = await openBrowser();
  await signIn(page, "secretariat", { locale });
  await paste(page);

  // Everything is guessed: the columns, the rows that start objectives, the lists in cells.
  await page.getByRole("heading", { level: 1, name: t("loose-plans.title") }).waitFor();
  expect(await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((index) => column(page, index).inputValue()))).toEqual(["number", "title", "indicator_code", "indicator", "verification", "lead", "term", "budget"]);
  expect(await page.locator('input[name="startsOn"]').inputValue()).toBe("2024");
  await page.getByText("5 ამოცანა, 13 აქტივობა, 45 ქვე-აქტივობა").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, "mapping-pasted");

  // What is changed shows at once below, and is there after coming back.
  await column(page, 1).selectOption("ignored");
  await page.getByText("5 ამოცანა, 13 აქტივობა, ქვე-აქტივობების გარეშე").waitFor();
  await column(page, 1).selectOption("title");
  await page.locator('input[name="slug"]').fill("pasted-dmanisi");
  await page.getByRole("status").filter({ hasText: "შენახულია" }).waitFor();
  await page.reload();
  expect(await page.locator('input[name="slug"]').inputValue()).toBe("pasted-dmanisi");
  expect(await column(page, 1).inputValue()).toBe("title");

  await page.setViewportSize(desktop);
  await page.getByRole("button", { name: t("loose-plans.goOn"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("imports.preview.title") }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: t("imports.start.new"), exact: true }).click();
  await page.getByRole("link", { name: t("imports.done.open"), exact: true }).click();
  await page.waitForURL("**/workspace/plans/*");
  for (const { title } of demo.commitments) if (title) await page.getByText(title.ka, { exact: true }).first().waitFor();
});

test("a text without a table is refused with what to do", async () => {
  const page = await openBrowser();
  await signIn(page, "secretariat", { locale });
  await visit(page, `/${locale}/workspace/imports/new`);
  await page.getByRole("radio", { name: t("imports.new.asText") }).check();
  await page.locator('textarea[name="text"]').fill("სამოქმედო გეგმა");
  await page.getByRole("button", { name: t("imports.new.submit"), exact: true }).click();
  await page.getByText(t("loose-plans.refusals.noTable")).waitFor();
  expect(await page.locator('textarea[name="text"]').inputValue()).toBe("სამოქმედო გეგმა");
});
