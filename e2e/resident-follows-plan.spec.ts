import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { press, pressAndConfirm, writeSection } from "#e2e/composer-screen.ts";
import { desktop, expectAccessible, linkIn, locales, mailTo, openBrowser, picture, setClock, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const said = { ka: "ანგარიში 2019 წელს მოიცავს.", en: "The report covers the year 2019." };

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

describe.each(locales)("a resident follows a plan by mail, without an account (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `followed-${locale}`;
  const email = `follower-${locale}@reader.example`;
  let end = "";
  let used = "";

  beforeAll(() => importUnreportedPlan(plan));

  async function follow(page: Page): Promise<string> {
    await page.goto(`/${locale}/plans/${plan}`);
    await page.locator("#follow-email").fill(email);
    await page.getByRole("button", { name: t("followers.form.send"), exact: true }).click();
    await page.waitForURL("**/followers/sent?*");
    // The link of an earlier following is still among the mails; the one that counts is another.
    const mail = await mailTo(email, ({ text }) => text !== undefined && text.includes("/followers/confirm?token=") && (used === "" || !text.includes(used)));
    return (used = linkIn(mail, "/followers/confirm?token="));
  }

  test("asks on the plan's page, without scripts, and is told what is wrong with an address", async () => {
    const reader = await openBrowser({ javaScriptEnabled: false });
    await reader.goto(`/${locale}/plans/${plan}`);
    await reader.locator("#follow-email").fill("nino@");
    await reader.getByRole("button", { name: t("followers.form.send"), exact: true }).click();
    await reader.waitForURL("**/followers/new?*");
    await reader.getByText(t("errors.email")).waitFor();
    const link = await follow(reader);
    await picture(reader, `follow-sent-${locale}`);
    await reader.goto(link);
    expect(await heading(reader)).toBe(t("followers.confirm.title"));
    // Opened again, as a scanner does: still to be confirmed.
    await reader.goto(link);
    await picture(reader, `follow-confirm-${locale}`);
    await reader.getByRole("button", { name: t("followers.confirm.button"), exact: true }).click();
    await reader.waitForURL("**/followers/confirmed?*");
    await reader.goto(link);
    expect(await heading(reader)).toBe(t("followers.confirm.already.title"));
  });

  test("gets a mail when the public is asked about a report, with the last day and the way out", async () => {
    const secretariat = await openBrowser({ viewport: desktop });
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/reports/new`);
    const option = secretariat.locator('select[name="planId"] option').filter({ hasText: `(${plan})` });
    await secretariat.locator('select[name="planId"]').selectOption((await option.getAttribute("value")) ?? "");
    await secretariat.locator('select[name="periodId"]').selectOption({ index: 1 });
    await secretariat.locator('input[name="kind"][value="annual"]').check();
    await press(secretariat, t("reports.workspace.create.submit"));
    await secretariat.waitForURL(/workspace\/reports\/[0-9a-f-]{36}$/);
    for (const key of ["introduction", "summary"] as const) await writeSection(secretariat, locale, key, said[locale]);
    await pressAndConfirm(secretariat, t("reports.workspace.steps.consult"), t("reports.workspace.steps.yes"));

    // What happens together is told together, after some quiet minutes.
    await setClock(new Date(Date.now() + 20 * 60_000).toISOString());
    const mail = await mailTo(email, ({ text }) => text?.includes(`/${locale}/reports/`) ?? false);
    end = linkIn(mail, "/followers/end?token=");
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toContain(new URL(end).search);
    const reader = await openBrowser();
    await visit(reader, new URL(linkIn(mail, `/${locale}/reports/`)).pathname);
    await reader.getByText(said[locale]).first().waitFor();
  });

  test("ends it by a button; the mail program's own button works as well, from any old mail", async () => {
    const reader = await openBrowser();
    await visit(reader, new URL(end).pathname + new URL(end).search);
    expect(await heading(reader)).toBe(t("followers.end.title"));
    await picture(reader, `follow-end-${locale}`);
    await reader.getByRole("button", { name: t("followers.end.button"), exact: true }).click();
    await reader.waitForURL("**/followers/ended");
    await expectAccessible(reader);
    await visit(reader, new URL(end).pathname + new URL(end).search);
    expect(await heading(reader)).toBe(t("followers.end.nothing.title"));

    await reader.goto(await follow(reader));
    await reader.getByRole("button", { name: t("followers.confirm.button"), exact: true }).click();
    await reader.waitForURL("**/followers/confirmed?*");
    const oneClick = new URL(`/api/followers/one-click${new URL(end).search}`, inject("site"));
    const opened = await fetch(oneClick, { redirect: "manual" });
    expect([opened.status, opened.headers.get("location")]).toEqual([303, `/${locale}/followers/end${new URL(end).search}`]);
    await visit(reader, new URL(end).pathname + new URL(end).search);
    expect(await heading(reader)).toBe(t("followers.end.title"));
    const pressed = await fetch(oneClick, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
    expect(pressed.status).toBe(200);
    await visit(reader, new URL(end).pathname + new URL(end).search);
    expect(await heading(reader)).toBe(t("followers.end.nothing.title"));
  });
});

test.each(locales)("every page of following can be read by everybody (%s)", async (locale) => {
  const page = await openBrowser({ viewport: desktop });
  const plan = "kind=plan&target=georgia-2018-2019";
  for (const address of ["new", `new?${plan}&problem=TOO_MANY_ATTEMPTS`, `new?${plan}&problem=email&frequency=weekly`, `sent?${plan}`, `confirmed?${plan}`, "confirm?token=made-up", "end?token=made-up", "all?token=made-up", "ended"]) {
    await visit(page, `/${locale}/followers/${address}`);
  }
});
