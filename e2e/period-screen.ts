import type { Locator, Page } from "playwright-core";
import { words } from "#e2e/words.ts";
import type { Locale } from "#e2e/fixtures.ts";

/** The line of one milestone on a coordinator's screen, by its number. */
export function lineOf(page: Page, number: string): Locator {
  const summary = page.locator("summary").filter({ hasText: new RegExp(`^${number.replaceAll(".", "\\.")}(?![.\\d])`) });
  return page.locator("main details").filter({ has: summary }).first();
}

/** Opens a milestone's line and waits for its form. */
export async function openLine(page: Page, number: string): Promise<Locator> {
  const line = lineOf(page, number);
  if ((await line.getAttribute("open")) === null) await line.locator("summary").first().click();
  await line.locator('input[name="progress"]').first().waitFor();
  return line;
}

/** Waits until what was typed in a line is saved. */
export async function untilSaved(line: Locator): Promise<void> {
  await line.locator("form [role=status]").filter({ hasText: /\d\d:\d\d/ }).waitFor();
}

/** The one button of the screen; its words go with the number that is ready. */
export function sendReady(page: Page, locale: Locale, ready: number): Locator {
  const [say] = /(?<=other \{)[^(]+(?=\(#\))/.exec(words(locale)("reporting.screen.sendReady")) ?? [""];
  return page.getByRole("button", { name: `${say}(${ready})`, exact: true });
}
