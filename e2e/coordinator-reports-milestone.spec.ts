import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const program = Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]);
const page = Buffer.from("<!doctype html><script>alert(1)</script>,");
const table = Buffer.from("ეტაპი,მდგომარეობა\n5.1,დამტკიცებულია\n", "utf8");
const mine = "<script>alert(1)</script> დებულება დამტკიცდა.";

describe.each(locales)("the coordinator of the city hall is told what is wrong, and loses nothing (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `refusals-${locale}`;
  let form = "";

  beforeAll(() => importUnreportedPlan(plan));

  const signedIn = async (): Promise<Page> => {
    const person = await openBrowser();
    await signIn(person, "coordinator", { hint: "zugdidi", locale });
    return person;
  };
  const press = (person: Page, key: string) => person.getByRole("button", { name: t(key), exact: true }).click();
  const choose = (person: Page, progress: string) => person.locator(`input[name="progress"][value="${progress}"]`).check();
  const result = (person: Page) => person.locator(`textarea[name="result.${locale}"]`);

  test("the open period lists the milestones, and one leads to its form", async () => {
    const person = await signedIn();
    await visit(person, `/${locale}/workspace/periods`);
    await person.locator("main li").filter({ hasText: `(${plan})` }).getByRole("link").first().click();
    await person.waitForURL("**/workspace/periods/*-*");
    await expectAccessible(person);
    await person.locator('a[aria-label*=": 5.1 "]').click();
    await person.locator('input[name="progress"]').first().waitFor();
    form = new URL(person.url()).pathname;
  });

  test("nothing said: each missing thing is named, on top and beside its field", async () => {
    const person = await signedIn();
    await visit(person, form);
    await press(person, "reporting.form.submit");
    await person.getByRole("alert").getByRole("link").first().waitFor();
    expect(await person.getByRole("alert").getByRole("link").count()).toBe(2);
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    await picture(person, `update-form-refused-${locale}`);
  });

  test("completed without proof is refused; a program and a page under false names are no proof; a table is", async () => {
    const person = await signedIn();
    await visit(person, form);
    await choose(person, "completed");
    await result(person).fill(mine);
    await press(person, "reporting.form.submit");
    await person.getByRole("alert").getByText(t("errors.evidenceRequired")).waitFor();
    for (const [name, buffer] of [["act.pdf", program], ["data.csv", page]] as const) {
      await person.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer });
      await person.getByText(t("errors.FILE_TYPE_NOT_ALLOWED")).waitFor();
    }
    await person.locator('input[type="file"]').setInputFiles({ name: "large.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(20 * 1024 * 1024 + 1) });
    await person.getByText(t("errors.FILE_TOO_LARGE")).waitFor();
    await person.locator('input[type="file"]').setInputFiles({ name: "act.pdf", mimeType: "application/pdf", buffer: table });
    await person.getByRole("link", { name: "act.pdf.csv" }).waitFor();
    expect(await result(person).inputValue()).toBe(mine);
    await press(person, "reporting.form.save");
    await person.locator("form [role=status]").filter({ hasText: /\d\d:\d\d/ }).waitFor();
    await person.reload();
    await person.getByRole("link", { name: "act.pdf.csv" }).waitFor();
    expect(await result(person).inputValue()).toBe(mine);
  });

  test("somebody else saves meanwhile: what was typed stays, and the person decides", async () => {
    const [first, second] = [await signedIn(), await signedIn()];
    await Promise.all([visit(first, form), visit(second, form)]);
    await result(first).fill("first");
    await press(first, "reporting.form.save");
    await first.locator("form [role=status]").filter({ hasText: /\d\d:\d\d/ }).waitFor();
    await result(second).fill("second");
    await press(second, "reporting.form.save");
    await second.getByRole("button", { name: t("reporting.form.loadTheirs") }).waitFor();
    expect(await result(second).inputValue()).toBe("second");
    await expectAccessible(second);
    await picture(second, `update-form-conflict-${locale}`);
    await press(second, "reporting.form.loadTheirs");
    await second.waitForFunction((name) => document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)?.value === "first", `result.${locale}`);
  });

  test("the form of another organisation's coordinator answers as if there were none", async () => {
    const stranger = await openBrowser();
    await signIn(stranger, "coordinator", { hint: "dmanisi", locale });
    expect((await stranger.goto(form))?.status()).toBe(404);
  });
});
