import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { press } from "#e2e/composer-screen.ts";
import { expectAccessible, linkIn, mailTo, openBrowser, picture, setClock, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const plan = "followed-weekly";
const result = "პორტალის საცდელი ვერსია მზადაა.";
const georgian = "weekly@reader.example";
const english = "topic@reader.example";

/** The next Monday, minutes after nine in Tbilisi. */
function nextMonday(): Date {
  const day = new Date(Date.now() + 4 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return new Date(`${day.toISOString().slice(0, 10)}T09:05:00+04:00`);
}

describe("residents follow a commitment weekly, a topic at once, and end it", () => {
  let oneClick = "";

  beforeAll(() => importUnreportedPlan(plan));

  async function follow(page: Page, locale: Locale, address: string, email: string, frequency: string): Promise<void> {
    const t = words(locale);
    await visit(page, `/${locale}${address}`);
    await page.locator("#follow-email").fill(email);
    await page.locator(`form[action="/api/followers"] input[name="frequency"][value="${frequency}"]`).check();
    await page.getByRole("button", { name: t("followers.form.send"), exact: true }).click();
    await page.waitForURL("**/followers/sent?*");
    await page.goto(linkIn(await mailTo(email), "/followers/confirm?token="));
    await page.getByText(`${t("followers.oftenLabel")} ${t(`followers.often.${frequency}`)}`).waitFor();
    await expectAccessible(page);
    await picture(page, `follow-confirm-${frequency}-${locale}`);
    await page.getByRole("button", { name: t("followers.confirm.button"), exact: true }).click();
    await page.waitForURL("**/followers/confirmed?*");
  }

  test("both confirm what they follow, and how often", async () => {
    await follow(await openBrowser(), "ka", `/plans/${plan}/commitments/zugdidi-5`, georgian, "weekly");
    await follow(await openBrowser(), "en", "/topics/transparency", english, "at_once");
  });

  test("the agency reports, and the Secretariat accepts it: who follows the topic is told, in English", async () => {
    const t = words("ka");
    const ofThisPlan = (page: Page) => page.locator("main li").filter({ hasText: `(${plan})` });
    const coordinator = await openBrowser();
    await signIn(coordinator, "coordinator", { hint: "zugdidi", locale: "ka" });
    await coordinator.goto("/ka/workspace");
    await ofThisPlan(coordinator).getByRole("link", { name: t("reporting.desk.open"), exact: true }).click();
    await coordinator.waitForURL("**/workspace/periods/*");
    const line = await openLine(coordinator, "5.2");
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await line.locator('textarea[name="result.ka"]').fill(result);
    await line.locator('textarea[name="reasons.ka"]').fill("შესყიდვა გაგრძელდა.");
    await line.locator('input[type="file"]').setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from("ეტაპი,ვადა\n5.2,2019-06\n", "utf8") });
    await line.getByRole("link", { name: "trial.csv" }).waitFor();
    await sendReady(coordinator, "ka", 1).click();
    await lineOf(coordinator, "5.2").getByText(t("reporting.screen.state.sent")).waitFor();
    const secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale: "ka" });
    await secretariat.goto("/ka/workspace/review");
    await ofThisPlan(secretariat).locator('a[href*="/workspace/review/"]').first().click();
    await secretariat.getByText(result).waitFor();
    await press(secretariat, t("reporting.review.accept"));
    await secretariat.getByText(t("reporting.review.done.accepted")).waitFor();

    await setClock(new Date(Date.now() + 20 * 60_000).toISOString());
    const mail = await mailTo(english, ({ text }) => text?.includes(plan) ?? false);
    expect(mail.text).toContain(`/en/plans/${plan}/commitments/zugdidi-5#5.2`);
    expect(mail.text).toContain(words("en")("followers.mail.hello"));
  });

  test("on Monday the digest comes, in Georgian, with what the page says", async () => {
    await setClock(nextMonday().toISOString());
    const mail = await mailTo(georgian, ({ text }) => text?.includes(result) ?? false);
    expect(mail.subject).toMatch(/^კვირის სიახლეები: 5\. /);
    expect(mail.text).toContain(`/ka/plans/${plan}/commitments/zugdidi-5#5.2`);
    oneClick = /<([^>]+)>/.exec(mail.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "")?.[1] ?? "";
    const reader = await openBrowser();
    await visit(reader, new URL(linkIn(mail, "/followers/all?token=")).pathname + new URL(linkIn(mail, "/followers/all?token=")).search);
    await reader.locator("main li").filter({ hasText: `5. ` }).first().waitFor();
    await picture(reader, "follow-all-ka");
  });

  test("one press in the mail program ends it", async () => {
    const pressed = new URL(oneClick);
    expect((await fetch(new URL(pressed.pathname + pressed.search, inject("site")), { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
    const reader = await openBrowser();
    await visit(reader, `/ka/followers/end${pressed.search}`);
    expect(await reader.getByRole("heading", { level: 1 }).innerText()).toBe(words("ka")("followers.end.nothing.title"));
  });
});
