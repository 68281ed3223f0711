import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, openBrowser, readUntil, signIn, visit } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

const t = words("en");
const slug = "kept-by-keyboard-2026";

/** Goes on with Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: "button" | "link" | "textbox" | "combobox", name: string | RegExp): Promise<void> {
  const control = page.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
  await control.waitFor();
  for (let step = 0; step < 250; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

async function press(page: Page, role: "button" | "link", name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

/** Types into the field with this name; what stands in it is replaced. */
async function type(page: Page, name: string, text: string): Promise<void> {
  const field = page.locator(`[name="${name}"], input[id="${name}"]`).first();
  for (let step = 0; !(await field.evaluate((element) => element === document.activeElement)); step += 1) {
    expect(step, `the keyboard reaches ${name}`).toBeLessThan(250);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Answers the question that a button asks. */
async function confirm(page: Page, yes: string): Promise<void> {
  await page.locator("dialog[open]").waitFor();
  await press(page, "button", yes);
}

async function addMilestone(page: Page, title: string): Promise<void> {
  await press(page, "button", /^More: 1 /);
  await press(page, "link", "Add a milestone");
  await page.waitForURL("**/new/milestone/**");
  await type(page, "title.en", title);
  await type(page, "endsOn", "2026-12");
  await press(page, "button", t("editing.save.plan"));
  await page.waitForURL("**saved=**");
  await page.getByRole("link", { name: title }).waitFor();
}

test("the Secretariat writes a plan with the keyboard alone, asks the public and records its adoption", async () => {
  const page = await openBrowser({ viewport: desktop });
  await signIn(page, "secretariat");
  await press(page, "link", t("workspace.nav.plans"));
  await page.waitForURL("**/workspace/plans");
  await expectAccessible(page);

  // A plan begins with its name, its term and its address.
  await press(page, "link", t("editing.list.new"));
  await page.waitForURL("**/plans/new");
  await type(page, "title.en", "Plan of the keyboard");
  await type(page, "startsOn", "2026");
  await type(page, "endsOn", "2027");
  await type(page, "slug", slug);
  await expectAccessible(page);
  await press(page, "button", t("editing.newPlan.begin"));
  await page.getByText(t("editing.acts.none")).waitFor();
  const plan = new URL(page.url()).pathname;

  // A part, then a commitment. The form survives a reload in the middle of typing.
  await press(page, "link", t("editing.outline.addPart"));
  await page.waitForURL("**/new/part/**");
  await type(page, "title.en", "Open town");
  await press(page, "button", t("editing.save.plan"));
  await page.waitForURL("**saved=**");
  await press(page, "button", /^More: .*Open town/);
  await press(page, "link", /^Add a commitment$/);
  await page.waitForURL("**/new/commitment/**");
  await type(page, "title.en", "Data of the town are open");
  await type(page, "leadOrganisationId", "zugdidi");
  await page.keyboard.press("Enter");
  await page.getByText("Your draft was saved at").waitFor();
  await page.reload();
  await page.getByText("is here again").waitFor();
  expect(await page.locator('[name="title.en"]').inputValue()).toBe("Data of the town are open");
  expect(await page.locator('[id="leadOrganisationId"]').inputValue()).toMatch(/Zugdidi/);
  await expectAccessible(page);
  await press(page, "button", t("editing.save.plan"));
  await page.waitForURL("**saved=**");

  await addMilestone(page, "The data are listed");
  await addMilestone(page, "The portal is open");
  await press(page, "button", /^Move up: 1\.2/);
  await page.getByText("is now number 1 of 2").waitFor();
  // The focus stays at the button, so that it can be pressed again.
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^up-/);
  await visit(page, plan);
  const order = await page.getByRole("link", { name: /The data are listed|The portal is open/ }).allInnerTexts();
  expect(order).toEqual(["The portal is open", "The data are listed"]);

  // Everybody may read and comment; then it is adopted, and says that no act is stated.
  await press(page, "button", t("editing.steps.consult"));
  await confirm(page, t("editing.steps.consultYes"));
  await page.getByRole("button", { name: t("editing.steps.withdraw") }).waitFor();
  const resident = await openBrowser();
  await readUntil(resident, `/en/plans/${slug}`, "Data of the town are open");
  await press(page, "button", t("editing.steps.adopt"));
  await confirm(page, t("editing.steps.adoptYes"));
  await page.getByRole("button", { name: t("editing.steps.close") }).waitFor();
  await expectAccessible(page);
  await readUntil(resident, `/en/plans/${slug}`, t("status.plan.adopted"));
});
