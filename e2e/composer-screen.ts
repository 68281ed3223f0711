import type { Page } from "playwright-core";
import type { Locale } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

/** Presses the first button of that name. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).first().click();
}

/** Presses a button that asks first, and says yes. */
export async function pressAndConfirm(page: Page, name: string, yes: string): Promise<void> {
  await press(page, name);
  await page.locator("dialog[open]").getByRole("button", { name: yes, exact: true }).click();
}

/** Opens a section of the report and writes in it, in place of what stood there; it saves by itself. */
export async function writeSection(page: Page, locale: Locale, key: string, text: string): Promise<void> {
  const t = words(locale);
  const section = page.locator(`[id="${key}"]`);
  await section.locator(`button[aria-controls="${key}-text"]`).click();
  await section.getByRole("textbox", { name: t(`forms.inLanguage.${locale}`) }).fill(text);
  await section.getByRole("status").filter({ hasText: t("forms.savedAt").split("{")[0]?.trim() ?? "" }).waitFor();
}
