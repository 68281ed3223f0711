import { describe, expect, inject, it } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, signIn, visit } from "./fixtures.ts";
import { words } from "./words.ts";

/** The words people look for. */
const sought = {
  ka: { administration: "ადმინისტრირება", accounts: "მომხმარებლები", add: "მომხმარებლის მოწვევა", send: "მოწვევის გაგზავნა", name: "სახელი და გვარი", email: "ელფოსტა", role: "როლი", organisation: "ორგანიზაცია", choose: "აირჩიეთ ერთ-ერთი.", open: "მომხმარებლის გვერდი", password: "ახალი პაროლი", again: "გაიმეორეთ პაროლი", enter: "პაროლის შენახვა და შესვლა", differ: "პაროლები ერთმანეთს არ ემთხვევა", used: "უკვე გამოყენებულია", close: "წვდომის შეწყვეტა", yes: "დიახ, შეწყდეს", reopen: "წვდომის აღდგენა", audit: "ცვლილებების ისტორია", closed: "მომხმარებელს შეუწყდა წვდომა", tooMany: "ცდების რაოდენობა ამოიწურა", wrong: "ელფოსტა ან პაროლი არასწორია", submit: "შესვლა" },
  en: { administration: "Administration", accounts: "Accounts", add: "Invite a person", send: "Send the invitation", name: "First and last name", email: "E-mail", role: "Role", organisation: "Organisation", choose: "Choose one.", open: "Open the account", password: "New password", again: "Repeat the password", enter: "Save the password and sign in", differ: "The two passwords are not the same", used: "has been used already", close: "Close the account", yes: "Yes, close it", reopen: "Open the account again", audit: "Audit trail", closed: "account closed", tooMany: "Too many attempts", wrong: "The e-mail or the password is wrong", submit: "Sign in" },
} as const;

const secret = "მწვანე კიბე ცხრაჯერ";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label);

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

describe.each(locales)("an administrator adds a colleague (%s)", (locale) => {
  const say = sought[locale];
  const email = `colleague-${locale}@example.ge`;

  it("who chooses a password by a mailed link, works, and is out as soon as the account is closed", async () => {
    const administrator = await openBrowser();
    await signIn(administrator, "administrator", { locale });
    await expectGood(administrator);
    await administrator.getByRole("link", { name: say.administration }).click();
    await administrator.getByRole("link", { name: say.accounts }).click();
    await administrator.getByRole("link", { name: say.add }).click();
    await button(administrator, say.send).waitFor();
    await expectGood(administrator);

    await field(administrator, say.name).fill("ლევან <b>ახალი</b>");
    await button(administrator, say.send).click();
    await administrator.getByRole("alert").getByText(say.choose).waitFor();
    expect(await field(administrator, say.name).inputValue()).toBe("ლევან <b>ახალი</b>");
    await expectGood(administrator);
    await picture(administrator, `account-errors-${locale}`);

    await field(administrator, say.email).fill(`  ${email.toUpperCase()} `);
    await administrator.locator(`input[name="locale"][value="${locale}"]`).check();
    await field(administrator, say.role).selectOption("moderator");
    await field(administrator, say.organisation).selectOption({ index: 1 });
    await button(administrator, say.send).click();
    await administrator.getByRole("status").getByRole("link").waitFor();
    await picture(administrator, `account-added-${locale}`);

    const link = linkIn(await mailTo(email), "/setup?link=");
    const colleague = await openBrowser({ viewport: desktop });
    await visit(colleague, link);
    await visit(colleague, link);
    await field(colleague, say.password).fill(secret);
    await field(colleague, say.again).fill("something else entirely");
    await button(colleague, say.enter).click();
    await colleague.getByRole("alert").getByText(say.differ).waitFor();
    await expectGood(colleague);
    await field(colleague, say.again).fill(secret);
    await button(colleague, say.enter).click();
    await colleague.waitForURL("**/workspace");
    await expectGood(colleague);
    await picture(colleague, `desk-moderator-${locale}`);
    expect((await colleague.goto(`/${locale}/workspace/administration/accounts`))?.status()).toBe(404);
    await expectGood(colleague);
    await colleague.goto(link);
    await colleague.getByText(say.used).waitFor();

    await visit(colleague, `/${locale}/workspace/account`);

    await administrator.getByRole("status").getByRole("link").click();
    await button(administrator, say.close).waitFor();
    await expectGood(administrator);
    await picture(administrator, `account-${locale}`);
    await button(administrator, say.close).click();
    await button(administrator, say.yes).click();
    await button(administrator, say.reopen).waitFor();
    // What was open stays on the screen, but neither an action nor an interface takes anything from it.
    const all = words(locale);
    await colleague.locator("#current").fill(secret);
    await colleague.locator("#password").fill(`${secret} ახალი`);
    await colleague.locator("#repeated").fill(`${secret} ახალი`);
    await button(colleague, all("accounts.password.submit")).click();
    await colleague.getByText(all("errors.UNAUTHENTICATED")).waitFor();
    const file = { name: "proof.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") };
    const upload = await colleague.request.post("/api/evidence", { headers: { origin: inject("site") }, multipart: { file } });
    expect(await upload.json()).toMatchObject({ ok: false, code: "UNAUTHENTICATED" });
    await colleague.goto(`/${locale}/workspace`);
    await colleague.waitForURL(`**/${locale}/sign-in?next=*`);

    await administrator.getByRole("link", { name: say.audit }).click();
    await administrator.getByText(say.closed).first().waitFor();
    await expectGood(administrator);
    await picture(administrator, `audit-${locale}`);
  });

  it("and nobody guesses a password for long", async () => {
    const stranger = await openBrowser();
    await visit(stranger, `/${locale}/sign-in?next=https://evil.example`);
    await field(stranger, say.email).fill(`guessed-${locale}@example.ge`);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await stranger.locator("#password").fill("wrong password");
      await button(stranger, say.submit).click();
      await stranger.locator("#password:not([disabled])").waitFor();
      await stranger.getByText(say.wrong).waitFor();
      await expect.poll(() => stranger.locator("#password").inputValue()).toBe("");
    }
    await stranger.locator("#password").fill("wrong password");
    await button(stranger, say.submit).click();
    await stranger.getByText(say.tooMany).waitFor();
    expect(await field(stranger, say.email).inputValue()).toBe(`guessed-${locale}@example.ge`);
    await expectGood(stranger);
    await picture(stranger, `sign-in-too-many-${locale}`);
  });
});
