import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, signIn, visit } from "./fixtures.ts";
import { words } from "./words.ts";

const first = "მწვანე კიბე ცხრაჯერ";
const second = "ლურჯი კარი ათჯერ";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe.each(locales)("a coordinator forgets the password (%s)", (locale) => {
  const say = words(locale);
  const email = `forgetful-${locale}@example.ge`;

  /** Fills the plain form and waits for the page that says the same to everybody. */
  async function ask(page: Page, address: string): Promise<string> {
    await visit(page, `/${locale}/forgotten-password`);
    await page.locator("#email").fill(address);
    await button(page, say("accounts.forgotten.submit")).click();
    await page.getByRole("heading", { name: say("accounts.forgotten.sentTitle") }).waitFor();
    await expectNoSidewaysScroll(page);
    return page.locator("main").innerText();
  }

  it("asks for a link without scripts, chooses another, and whoever was signed in is out", async () => {
    const administrator = await openBrowser();
    await signIn(administrator, "administrator", { locale });
    await visit(administrator, `/${locale}/workspace/administration/accounts/new`);
    await administrator.locator("#name").fill("დავით მავიწყარა");
    await administrator.locator("#email").fill(email);
    await administrator.locator(`input[name="locale"][value="${locale}"]`).check();
    await administrator.locator('select[name="memberships.0.role"]').selectOption("coordinator");
    await administrator.locator('select[name="memberships.0.organisationId"]').selectOption({ index: 1 });
    await button(administrator, say("accounts.new.submit")).click();

    const coordinator = await openBrowser();
    await visit(coordinator, linkIn(await mailTo(email), "/setup?link="));
    await coordinator.locator("#password").fill(first);
    await coordinator.locator("#repeated").fill(first);
    await button(coordinator, say("accounts.setup.passwordSubmit")).click();
    await coordinator.waitForURL("**/workspace");

    const plain = await openBrowser({ javaScriptEnabled: false });
    await plain.goto(`/${locale}/forgotten-password`);
    await plain.locator("#email").fill("no address at all");
    await button(plain, say("accounts.forgotten.submit")).click();
    await plain.getByText(say("accounts.forgotten.problem.INVALID_INPUT")).first().waitFor();
    await plain.locator("#email").fill(` ${email.toUpperCase()} `);
    await button(plain, say("accounts.forgotten.submit")).click();
    await plain.getByText(say("accounts.forgotten.sentLead")).waitFor();
    const known = await plain.locator("main").innerText();

    const other = await openBrowser();
    expect(await ask(other, `nobody-${locale}@example.ge`)).toBe(known);
    await picture(other, `forgotten-sent-${locale}`);

    const link = linkIn(await mailTo(email, ({ subject }) => subject === say("account-mail.reset.subject")), "/setup?link=");
    await visit(other, link);
    await visit(other, link);
    await coordinator.reload();
    expect(new URL(coordinator.url()).pathname).toBe(`/${locale}/workspace`);
    await other.locator("#password").fill(second);
    await other.locator("#repeated").fill(second);
    await button(other, say("accounts.setup.passwordSubmit")).click();
    await other.waitForURL("**/workspace");
    await mailTo(email, ({ subject }) => subject === say("account-mail.password_changed.subject"));

    await coordinator.reload();
    await coordinator.waitForURL(`**/${locale}/sign-in?next=*`);
    await visit(coordinator, link);
    await coordinator.getByText(say("accounts.setup.LINK_USED")).waitFor();
    await expectAccessible(coordinator);
    await coordinator.getByRole("link", { name: say("accounts.setup.resetAgain") }).waitFor();
  });
});
