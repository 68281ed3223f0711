import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { sendFromTelephone } from "#lib/platform/testing/sms-gateway.ts";
import { countSegments } from "#lib/messages/sms/rules.ts";
import { press, pressAndConfirm, writeSection } from "#e2e/composer-screen.ts";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, setClock, signIn, smsTo, visit } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

describe("a resident follows a plan by text message, in Georgian on a phone", () => {
  const t = words("ka");
  const plan = "followed-by-sms";
  const typed = "555 70 70 01";
  const number = "+995555707001";
  const form = 'form[action="/api/followers/sms"]';
  let news = "";

  beforeAll(() => importUnreportedPlan(plan));

  async function send(reader: Page, phone: string): Promise<void> {
    await reader.locator("#follow-phone").fill(phone);
    await reader.locator(`${form} input[name="frequency"][value="at_once"]`).check();
    await reader.getByRole("button", { name: t("followers.sms.form.send"), exact: true }).click();
  }

  test("gives the number, without scripts, and types the code that comes", async () => {
    const reader = await openBrowser({ javaScriptEnabled: false });
    await reader.goto(`/ka/plans/${plan}`);
    await send(reader, "12 34");
    await reader.waitForURL("**/followers/new?*");
    await reader.getByText(t("errors.phone")).waitFor();
    await send(reader, "+44 7700 900123");
    await reader.getByText(t("errors.phoneNotServed")).waitFor();
    await send(reader, typed);
    await reader.waitForURL("**/followers/sms/code?*");
    expect(reader.url()).not.toContain("707001");
    await expectNoSidewaysScroll(reader);
    await picture(reader, "sms-code-ka");
    const text = await smsTo(number);
    expect(countSegments(text)).toBe(1);
    const code = /\d{6}/.exec(text)?.[0] ?? "";
    await reader.locator("#code").fill(code === "123456" ? "654321" : "123456");
    await reader.getByRole("button", { name: t("followers.sms.code.button"), exact: true }).click();
    await reader.getByText(t("errors.smsCodeWrong")).waitFor();
    await reader.locator("#code").fill(code);
    await reader.getByRole("button", { name: t("followers.sms.code.button"), exact: true }).click();
    await reader.waitForURL("**/followers/sms/confirmed?*");
    expect(await heading(reader)).toBe(t("followers.sms.confirmed.title"));
    await picture(reader, "sms-confirmed-ka");
  });

  test("is told when the public is asked about a report, and reads on by the short address", async () => {
    const secretariat = await openBrowser({ viewport: desktop });
    await signIn(secretariat, "secretariat", { locale: "ka" });
    await visit(secretariat, "/ka/workspace/reports/new");
    const option = secretariat.locator('select[name="planId"] option').filter({ hasText: `(${plan})` });
    await secretariat.locator('select[name="planId"]').selectOption((await option.getAttribute("value")) ?? "");
    await secretariat.locator('select[name="periodId"]').selectOption({ index: 1 });
    await secretariat.locator('input[name="kind"][value="annual"]').check();
    await press(secretariat, t("reports.workspace.create.submit"));
    await secretariat.waitForURL(/workspace\/reports\/[0-9a-f-]{36}$/);
    for (const key of ["introduction", "summary"] as const) await writeSection(secretariat, "ka", key, "ანგარიში 2019 წელს მოიცავს.");
    await pressAndConfirm(secretariat, t("reports.workspace.steps.consult"), t("reports.workspace.steps.yes"));

    // What happens together is told together, after some quiet minutes.
    await setClock(new Date(Date.now() + 20 * 60_000).toISOString());
    news = await smsTo(number, (text) => text.includes("/f/"));
    expect(countSegments(news)).toBeLessThanOrEqual(2);
    expect(news).toContain("STOP");
    const reader = await openBrowser();
    await visit(reader, new URL(/https?:\S+/.exec(news)?.[0] ?? "").pathname);
    await reader.waitForURL("**/ka/followers/news?*");
    expect(await heading(reader)).toBe(t("followers.news.title"));
    await reader.locator('main a[href*="/ka/reports/"]').first().waitFor();
    await picture(reader, "sms-news-ka");
  });

  test("ends it by answering; the administrator saw what it cost, never the number or the text", async () => {
    const administrator = await openBrowser({ viewport: desktop });
    await signIn(administrator, "administrator", { locale: "ka" });
    await visit(administrator, "/ka/workspace/administration/messages");
    const page = await administrator.locator("main").innerText();
    expect(page).toContain(t("sms-outbox.status.delivered"));
    expect(page).not.toMatch(/707001|STOP/);
    await administrator.locator("summary").first().click();
    await expectAccessible(administrator);
    await picture(administrator, "sms-outbox-ka");
    const incoming = await administrator.locator("main pre").innerText();

    const reader = await openBrowser();
    expect(await sendFromTelephone(incoming.replace(/key=[\w-]+/, `key=${"x".repeat(43)}`), number, "STOP")).toBe(403);
    expect(await sendFromTelephone(incoming, number, "„შეწყვეტა“")).toBe(200);
    await visit(reader, new URL(/https?:\S+/.exec(news)?.[0] ?? "").pathname);
    expect(await heading(reader)).toBe(t("followers.end.nothing.title"));
    await administrator.reload();
    await administrator.getByText(t("sms-outbox.forgotten")).first().waitFor();
  });
});

test.each(locales)("every page of following by text message can be read by everybody (%s)", async (locale) => {
  const page = await openBrowser({ viewport: desktop });
  const plan = "kind=plan&target=georgia-2018-2019";
  for (const address of [`new?${plan}&sms=phone`, `new?${plan}&sms=SMS_CAP_REACHED`, `sms/code?asked=x&${plan}`, `sms/code?asked=x&${plan}&problem=CODE_WRONG`, `sms/code?${plan}`, `sms/confirmed?${plan}`, "news?token=made-up"]) {
    await visit(page, `/${locale}/followers/${address}`);
  }
});
