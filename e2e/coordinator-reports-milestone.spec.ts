import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { openLine, untilSaved } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const program = Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]);
const page = Buffer.from("<!doctype html><script>alert(1)</script>,");
const table = Buffer.from("ეტაპი,მდგომარეობა\n5.1,დამტკიცებულია\n", "utf8");
const mine = "<script>alert(1)</script> დებულება დამტკიცდა.";

describe.each(locales)("the coordinator of the city hall is told what is wrong, and loses nothing (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `refusals-${locale}`;
  let screen = "";

  beforeAll(() => importUnreportedPlan(plan));

  const signedIn = async (): Promise<Page> => {
    const person = await openBrowser();
    await signIn(person, "coordinator", { hint: "zugdidi", locale });
    return person;
  };
  const result = `textarea[name="result.${locale}"]`;

  test("the open period lists the milestones; one opens in place, and each missing thing is named, there and before sending", async () => {
    const person = await signedIn();
    await visit(person, `/${locale}/workspace/periods`);
    await person.locator("main li").filter({ hasText: `(${plan})` }).getByRole("link").first().click();
    await person.waitForURL("**/workspace/periods/*-*");
    screen = new URL(person.url()).pathname;
    const line = await openLine(person, "5.1");
    await line.locator('input[name="progress"][value="completed"]').check();
    for (const part of ["result", "evidence"]) await line.getByRole("link", { name: t(`reporting.screen.missing.${part}`), exact: true }).waitFor();
    await person.locator("section").filter({ has: person.locator("#before-sending") }).getByText(t("reporting.screen.notReady")).waitFor();
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    await picture(person, `update-form-missing-${locale}`);
    await untilSaved(line);
  });

  test("a program and a page under false names are no proof; a table is, and stays with what was typed", async () => {
    const person = await signedIn();
    await visit(person, screen);
    const line = await openLine(person, "5.1");
    await line.locator(result).fill(mine);
    const file = line.locator('input[type="file"]');
    for (const [name, buffer] of [["act.pdf", program], ["data.csv", page]] as const) {
      await file.setInputFiles({ name, mimeType: "application/pdf", buffer });
      await line.getByText(t("errors.FILE_TYPE_NOT_ALLOWED")).waitFor();
    }
    await file.setInputFiles({ name: "large.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(20 * 1024 * 1024 + 1) });
    await line.getByText(t("errors.FILE_TOO_LARGE")).waitFor();
    await file.setInputFiles({ name: "act.pdf", mimeType: "application/pdf", buffer: table });
    await line.getByRole("link", { name: "act.pdf.csv" }).waitFor();
    await untilSaved(line);
    await person.reload();
    const again = await openLine(person, "5.1");
    await again.getByRole("link", { name: "act.pdf.csv" }).waitFor();
    expect(await again.locator(result).inputValue()).toBe(mine);
  });

  test("somebody else saves meanwhile: what was typed stays, and the person decides", async () => {
    const [first, second] = [await signedIn(), await signedIn()];
    await Promise.all([visit(first, screen), visit(second, screen)]);
    const [one, other] = [await openLine(first, "5.1"), await openLine(second, "5.1")];
    await one.locator(result).fill("first");
    await one.locator("form [role=status]").filter({ hasText: t("forms.unsaved") }).waitFor();
    await untilSaved(one);
    await other.locator(result).fill("second");
    await other.getByRole("button", { name: t("reporting.form.loadTheirs") }).waitFor();
    expect(await other.locator(result).inputValue()).toBe("second");
    await expectAccessible(second);
    await picture(second, `update-form-conflict-${locale}`);
    await other.getByRole("button", { name: t("reporting.form.loadTheirs") }).click();
    await second.waitForFunction((name) => document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)?.value === "first", `result.${locale}`);
  });

  test("the screen of another organisation's coordinator answers as if there were none", async () => {
    const stranger = await openBrowser();
    await signIn(stranger, "coordinator", { hint: "dmanisi", locale });
    expect((await stranger.goto(screen))?.status()).toBe(404);
  });
});
