import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, setClock, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const proof = Buffer.from("ეტაპი,მდგომარეობა\n5.2,საცდელი ვერსია\n", "utf8");
const said = {
  ka: { result: "პორტალის საცდელი ვერსია მზად არის.", reasons: "შესყიდვა გადაიდო.", name: "თამარ ბერიძე" },
  en: { result: "A trial version of the portal is ready.", reasons: "The tender was put off.", name: "Tamar Beridze" },
} as const;

describe.each(locales)("an agency without an account reports by a mailed link (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `link-${locale}`;
  const email = `tamar-${locale}@agency.example`;
  let secretariat: Page;
  let links = "";
  let link = "";
  let form = "";

  beforeAll(() => importUnreportedPlan(plan));

  const linksPage = async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    if (links) return visit(secretariat, links);
    await visit(secretariat, `/${locale}/workspace/periods`);
    await secretariat.locator("section").filter({ hasText: `(${plan})` }).locator('a[href$="/links"]').first().click();
    await secretariat.waitForURL("**/links");
    links = new URL(secretariat.url()).pathname;
  };
  const enter = async (person: Page) => {
    await visit(person, link);
    await person.getByRole("button", { name: t("links.entrance.open"), exact: true }).click();
    await lineOf(person, "5.2").waitFor();
    form = new URL(person.url()).pathname;
  };

  test("the Secretariat mails a link for one organisation and period", async () => {
    await linksPage();
    await secretariat.locator('select[name="organisationId"]').selectOption({ index: 1 });
    await secretariat.locator('input[name="email"]').fill(email);
    await secretariat.locator('input[name="name"]').fill(said[locale].name);
    await secretariat.locator('select[name="locale"]').selectOption(locale);
    await secretariat.getByRole("button", { name: t("links.create.send"), exact: true }).click();
    await secretariat.locator("main li").filter({ hasText: email }).first().waitFor();
    await expectAccessible(secretariat);
    await expectNoSidewaysScroll(secretariat);
    await picture(secretariat, `links-${locale}`);
    const mail = await mailTo(email);
    expect(mail.text).toContain(said[locale].name);
    link = linkIn(mail, "/reporting?link=").replace(/^https?:\/\/[^/]+/, "");
    expect(link.startsWith(`/${locale}/`)).toBe(true);
  });

  test("opening it, as a mail scanner does, changes nothing; the button opens the form; the report is sent", async () => {
    const scanner = await openBrowser({ javaScriptEnabled: false });
    for (let times = 0; times < 2; times++) await scanner.goto(link);
    expect(await scanner.context().cookies()).toEqual([]);
    const person = await openBrowser();
    await visit(person, link);
    await picture(person, `link-entrance-${locale}`);
    await enter(person);
    expect(person.url()).not.toContain("link=");
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    const line = await openLine(person, "5.2");
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await line.locator(`textarea[name="result.${locale}"]`).fill(said[locale].result);
    await line.locator(`textarea[name="reasons.${locale}"]`).fill(said[locale].reasons);
    await line.locator('input[type="file"]').setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: proof });
    await line.getByRole("link", { name: "trial.csv" }).waitFor();
    await picture(person, `link-form-${locale}`);
    await sendReady(person, locale, 1).click();
    await lineOf(person, "5.2").getByText(t("reporting.screen.state.sent")).first().waitFor();
  });

  test("it opens that form and nothing else", async () => {
    const person = await openBrowser();
    await enter(person);
    await person.goto(`/${locale}/workspace`);
    expect(new URL(person.url()).pathname).toBe(`/${locale}/sign-in`);
    const own = links.split("/").at(-2);
    await person.goto(`/${locale}/workspace/periods/${own}`);
    expect(new URL(person.url()).pathname).toBe(`/${locale}/sign-in`);
    await person.goto(`/${locale}/reporting/${own}`);
    await person.getByRole("heading", { name: t("links.ended.closedHere.title") }).waitFor();
    const [cookie] = await person.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
    await person.goto(form);
    await person.getByRole("button", { name: t("links.leave.button"), exact: true }).click();
    await person.getByRole("heading", { name: t("links.ended.left.title") }).waitFor();
    await person.goto(form);
    await person.getByRole("heading", { name: t("links.ended.closedHere.title") }).waitFor();
  });

  test("the Secretariat sees through which link it came, and revokes it: the open form ends, too", async () => {
    const person = await openBrowser();
    await enter(person);
    await linksPage();
    const line = secretariat.locator("main li").filter({ hasText: email }).first();
    await line.locator('a[href*="/workspace/review/"]').first().click();
    await secretariat.getByText(`${said[locale].name}, ${email}`).first().waitFor();
    await picture(secretariat, `review-by-link-${locale}`);
    await visit(secretariat, links);
    await line.getByRole("button", { name: `${t("links.steps.revoke")}: ${email}` }).click();
    await secretariat.locator("dialog[open]").getByRole("button", { name: t("links.steps.revoke"), exact: true }).click();
    await line.getByRole("button", { name: `${t("links.steps.revoke")}: ${email}` }).waitFor({ state: "detached" });

    const open = await openLine(person, "5.3");
    await open.locator('input[name="progress"][value="in_progress"]').check();
    await open.getByText(t("errors.REPORTING_LINK_ENDED")).first().waitFor();
    person.once("dialog", (dialog) => void dialog.accept());
    await person.goto(link);
    await person.getByRole("heading", { name: t("links.ended.revoked.title") }).waitFor();
    await expectAccessible(person);
    await picture(person, `link-revoked-${locale}`);
    await person.goto(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`);
    await person.getByRole("heading", { name: t("links.ended.invalid.title") }).waitFor();
  });

  test("sent anew, it works again; once the period is closed it opens nothing", async () => {
    await linksPage();
    const first = await mailTo(email);
    await secretariat.getByRole("button", { name: `${t("links.steps.renew")}: ${email}` }).first().click();
    await secretariat.locator("dialog[open]").getByRole("button", { name: t("links.steps.renew"), exact: true }).click();
    link = linkIn(await mailTo(email, ({ text }) => text !== first.text), "/reporting?link=").replace(/^https?:\/\/[^/]+/, "");
    const person = await openBrowser();
    await enter(person);
    await lineOf(person, "5.2").getByText(t("reporting.screen.state.sent")).first().waitFor();

    await visit(secretariat, `/${locale}/workspace/periods`);
    const periods = secretariat.locator("section").filter({ hasText: `(${plan})` });
    await periods.getByRole("button", { name: new RegExp(`^${t("reporting.periods.step.close")}`) }).first().click();
    await secretariat.locator("dialog[open]").getByRole("button", { name: t("reporting.periods.step.close"), exact: true }).click();
    await periods.getByText(t("status.period.closed")).first().waitFor();
    await person.goto(form);
    await person.getByRole("heading", { name: t("links.ended.closed.title") }).waitFor();
    await expectAccessible(person);
    await picture(person, `link-closed-${locale}`);
  });

  test("after its day it is expired", async () => {
    await setClock("2027-03-01T10:00:00+04:00");
    const person = await openBrowser();
    await person.goto(link);
    await person.getByRole("heading", { name: t("links.ended.expired.title") }).waitFor();
    await expectAccessible(person);
  });
});
