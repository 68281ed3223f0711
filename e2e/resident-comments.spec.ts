import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, visit, type Locale } from "./fixtures.ts";

/** The words a resident looks for. */
const words = {
  ka: { send: "კომენტარის გაგზავნა", email: "ჩაწერეთ ელფოსტის მისამართი ასე", empty: "დაწერეთ კომენტარი.", tooLong: "5 000 ნიშანზე გრძელია", confirm: "კომენტარის დადასტურება", thanks: "კომენტარი დადასტურებულია", used: "უკვე დადასტურებულია", news: "ამ ვალდებულების ცვლილებები შეგატყობინოთ", alsoNews: "ცვლილებების შეტყობინებაც მოითხოვეთ" },
  en: { send: "Send the comment", email: "Write the e-mail address like this", empty: "Write your comment.", tooLong: "longer than 5,000 characters", confirm: "Confirm the comment", thanks: "your comment is confirmed", used: "confirmed already", news: "asked to be told when this commitment changes", alsoNews: "also asked to be told" },
} as const;

const send = (page: Page, locale: Locale) => page.getByRole("button", { name: words[locale].send }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

/** From the first page to a commitment, as a reader goes. Axe needs scripts, so it looks at these pages in other stories. */
async function openCommitment(page: Page, locale: Locale): Promise<void> {
  await page.goto(`/${locale}`);
  await page.locator(`main a[href^="/${locale}/plans/"]`).first().click();
  await page.waitForURL(`**/${locale}/plans/*`);
  await page.locator(`main a[href*="/commitments/"]`).first().click();
  await page.waitForURL("**/commitments/*");
}

describe.each(locales)("a resident comments without an account (%s)", (locale) => {
  it.each([["without scripts", false], ["with scripts", true]])("%s: mends what is wrong, keeps what was typed, confirms by mail", async (name, javaScriptEnabled) => {
    const email = `resident-${locale}-${javaScriptEnabled}@example.ge`;
    const page = await openBrowser({ javaScriptEnabled });
    await openCommitment(page, locale);
    await page.locator("#comment-name").fill("ნინო <b>");
    await page.locator("#comment-email").fill("nino@");
    await send(page, locale);
    await page.waitForURL("**/comments/new?draft=*");
    await expect(page.locator("form").innerText()).resolves.toMatch(new RegExp(`${words[locale].empty}[^]*${words[locale].email}`));
    expect(await page.locator("#comment-name").inputValue()).toBe("ნინო <b>");
    expect(await page.locator("#comment-email").inputValue()).toBe("nino@");
    if (javaScriptEnabled) await expectAccessible(page);
    if (javaScriptEnabled) await expectNoSidewaysScroll(page);

    await page.locator("#comment-email").fill(email);
    if (javaScriptEnabled) await page.locator("#comment-news").check();
    await page.locator("#comment-body").fill("ა".repeat(5_001));
    await send(page, locale);
    await page.getByText(words[locale].tooLong).first().waitFor();
    expect(await page.locator("#comment-body").inputValue()).toHaveLength(5_001);
    // What was ticked stays ticked; it is never ticked by itself.
    expect(await page.locator("#comment-news").isChecked()).toBe(javaScriptEnabled);

    await page.locator("#comment-body").fill("კარგი იდეაა. <script>alert(1)</script>");
    await send(page, locale);
    await page.waitForURL("**/comments/sent?*");
    await picture(page, `comment-sent-${locale}-${name.replace(" ", "-")}`);

    const mail = await mailTo(email);
    expect(mail.text?.includes(words[locale].news)).toBe(javaScriptEnabled);
    const link = linkIn(mail, "/comments/confirm?token=");
    await page.goto(link);
    expect(await page.getByText(words[locale].alsoNews).isVisible()).toBe(javaScriptEnabled);
    await expect(page.locator("blockquote").innerText()).resolves.toBe("კარგი იდეაა. <script>alert(1)</script>");
    await page.getByRole("button", { name: words[locale].confirm }).click();
    await page.waitForURL("**/comments/confirmed?*");
    expect(await heading(page)).toContain(words[locale].thanks);
    await page.goto(link);
    expect(await heading(page)).toContain(words[locale].used);
  });
});

it.each(locales)("every page of commenting can be read by everybody (%s)", async (locale) => {
  const page = await openBrowser({ viewport: desktop });
  for (const address of ["new", "new?problem=TOO_MANY_ATTEMPTS", "sent", "confirmed", "confirm?token=made-up"]) await visit(page, `/${locale}/comments/${address}`);
  await picture(page, `comment-link-invalid-${locale}`);
});
