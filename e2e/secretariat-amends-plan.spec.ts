import { beforeAll, expect, test } from "vitest";
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone, readUntil, signIn, visit } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const t = words("en");
const slug = "amended-plan";
const reason = "The ministry introduces the service in one system, which takes longer.";

beforeAll(() => importUnreportedPlan(slug));

test("the Secretariat moves the term of a milestone by an amendment, and the public reads what it was, what it is and why", async () => {
  const page = await openBrowser({ viewport: desktop });
  await signIn(page, "secretariat", { hint: "" });
  await visit(page, "/en/workspace/plans");
  await page.getByRole("link", { name: `(${slug})` }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  const plan = new URL(page.url()).pathname;

  // The change waits in the amendment; the public still reads the plan as it was adopted.
  const milestone = page.locator("main li").filter({ has: page.getByText("5.2", { exact: true }) }).last();
  await milestone.getByRole("link").first().click();
  await page.waitForURL("**/edit/milestone/**");
  const before = await page.locator('[name="endsOn"]').inputValue();
  await page.locator('[name="endsOn"]').fill("2027-12");
  await page.getByRole("button", { name: t("editing.save.staged") }).click();
  await page.waitForURL("**saved=**");
  await page.getByText(t("editing.outline.staged.change")).waitFor();
  const resident = await openBrowser();
  await visit(resident, `/en/plans/${slug}`);
  expect(await resident.getByText("December 2027").count()).toBe(0);

  // Old beside new; without a reason it does not go on the record.
  await visit(page, `${plan}/amendment`);
  await page.getByText("December 2027").first().waitFor();
  expect(before).not.toBe("2027-12");
  await page.getByRole("button", { name: t("editing.amendment.make"), exact: true }).click();
  await page.locator("dialog[open]").getByRole("button", { name: t("editing.amendment.makeYes") }).click();
  await page.getByText(t("errors.REASON_REQUIRED")).first().waitFor();
  await page.locator('[name="reason.en"]').fill(reason);
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: t("editing.amendment.make"), exact: true }).click();
  await page.locator("dialog[open]").getByRole("button", { name: t("editing.amendment.makeYes") }).click();
  await page.waitForURL("**amended=1**");

  // The public page says that and when it was amended, the history what it was, what it is and why.
  await readUntil(resident, `/en/plans/${slug}/history`, reason);
  await resident.getByText("December 2027").first().waitFor();
});

test("a change that was a mistake is taken back before anybody saw it", async () => {
  const page = await openBrowser({ viewport: desktop });
  await signIn(page, "secretariat");
  await visit(page, "/en/workspace/plans");
  await page.getByRole("link", { name: `(${slug})` }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: /^More: 5\.3/ }).click();
  await page.getByRole("button", { name: /^Remove 5\.3/ }).click();
  await page.locator("dialog[open]").getByRole("button", { name: t("editing.outline.removeYes") }).click();
  await page.getByText(t("editing.outline.staged.remove")).waitFor();
  await page.getByRole("link", { name: t("editing.notices.toAmendment") }).click();
  await page.getByRole("button", { name: /^Take back: 5\.3/ }).click();
  await page.locator("dialog[open]").getByRole("button", { name: t("editing.amendment.undoYes") }).click();
  await page.getByText(t("editing.amendment.empty")).waitFor();
});
