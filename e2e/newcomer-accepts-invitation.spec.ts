import { describe, expect, inject, it } from "vitest";
import type { Page } from "playwright-core";
import { machineTime } from "#lib/platform/clock.ts";
import { totpCode } from "#lib/platform/totp.ts";
import { desktop, expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, signIn, visit, type Locale } from "./fixtures.ts";
import { words } from "./words.ts";

const secret = "მწვანე კიბე ცხრაჯერ";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Types e-mail and password on the page of sign-in. */
async function typeIn(page: Page, locale: Locale, email: string): Promise<void> {
  await visit(page, `/${locale}/sign-in`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(secret);
  await button(page, words(locale)("accounts.signIn.submit")).click();
}

describe.each(locales)("a newcomer accepts an invitation (%s)", (locale) => {
  const say = words(locale);
  const email = `newcomer-${locale}@example.ge`;

  it("chooses a password, sets up a second factor, and comes back with a code, then with a recovery code", async () => {
    const secretariat = await openBrowser({ viewport: desktop });
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/coordinators/new`);
    await secretariat.locator("#name").fill("ქეთევან ახალი");
    await secretariat.locator("#email").fill(email);
    await secretariat.locator(`input[name="locale"][value="${locale}"]`).check();
    await secretariat.locator('select[name="memberships.0.organisationId"]').selectOption({ index: 1 });
    await button(secretariat, say("accounts.new.submit")).click();
    await secretariat.getByRole("status").getByRole("link").click();
    await secretariat.getByText(email).waitFor();
    await expectGood(secretariat);
    await picture(secretariat, `coordinators-${locale}`);

    const link = linkIn(await mailTo(email), "/setup?link=");
    const newcomer = await openBrowser();
    await visit(newcomer, link);
    await newcomer.locator("#password").fill(secret);
    await newcomer.locator("#repeated").fill(secret);
    await button(newcomer, say("accounts.setup.passwordSubmit")).click();
    await newcomer.waitForURL("**/workspace");

    await visit(newcomer, `/${locale}/workspace/account`);
    await newcomer.getByRole("link", { name: say("second-factor.setUp") }).click();
    await newcomer.waitForURL("**/second-factor?*");
    await newcomer.locator("#password").fill(secret);
    await button(newcomer, say("second-factor.begin.submit")).click();
    const shown = newcomer.locator("form code");
    await shown.waitFor();
    await expectGood(newcomer);
    await picture(newcomer, `second-factor-${locale}`);
    const totp = (await shown.innerText()).replaceAll(" ", "");
    const setUpWith = totpCode(totp, new Date(machineTime()));
    await newcomer.locator("#code").fill(setUpWith);
    await button(newcomer, say("second-factor.scan.submit")).click();
    await newcomer.getByText(say("second-factor.done")).waitFor();
    await expectGood(newcomer);
    const codes = await newcomer.locator("main li code").allInnerTexts();
    expect(codes).toHaveLength(10);
    await button(newcomer, say("second-factor.codes.done")).click();
    await newcomer.getByText(say("second-factor.renew.title")).waitFor();
    await expectGood(newcomer);

    // What was copied from this browser is worth nothing after signing out.
    const copied = (await newcomer.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const knock = async () => (await fetch(`${inject("site")}/${locale}/workspace`, { headers: { cookie: copied }, redirect: "manual" })).status;
    expect(await knock()).toBe(200);
    await button(newcomer, say("workspace.signOut")).click();
    await newcomer.waitForURL(`**/${locale}`);
    expect(await knock()).toBe(307);

    await typeIn(newcomer, locale, email);
    await newcomer.getByText(say("accounts.signIn.codeLead")).waitFor();
    await expectGood(newcomer);
    await picture(newcomer, `sign-in-code-${locale}`);
    // Each code works once: the one of the set-up does not work again, the next one is a step ahead and does.
    await newcomer.locator("#code").fill(setUpWith);
    await button(newcomer, say("accounts.signIn.submit")).click();
    await newcomer.getByText(say("accounts.signIn.codeWrong")).waitFor();
    await newcomer.locator("#code").fill(totpCode(totp, new Date(machineTime() + 30_000)));
    await button(newcomer, say("accounts.signIn.submit")).click();
    await newcomer.waitForURL("**/workspace");
    await button(newcomer, say("workspace.signOut")).click();
    await newcomer.waitForURL(`**/${locale}`);

    await typeIn(newcomer, locale, email);
    await button(newcomer, say("accounts.signIn.useRecovery")).click();
    await newcomer.locator("#code").fill(codes[4] ?? "");
    await button(newcomer, say("accounts.signIn.submit")).click();
    await newcomer.waitForURL("**/workspace");
    await mailTo(email, ({ subject }) => subject === say("account-mail.recovery_code_used.subject"));
  });
});
