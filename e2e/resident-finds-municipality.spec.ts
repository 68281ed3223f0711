import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, visit } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

const commitment = "/plans/georgia-2018-2019/commitments/zugdidi-5";
const typed = { ka: "ზუგდიდი", en: "zugdidi" };
/** How many are overdue is counted in the tests of the page; other stories promise things in Zugdidi too. */
const said = {
  ka: { judged: "არ შესრულდა", overdue: /აქედან ვადაგასულია \d+\./ },
  en: { judged: "Not implemented", overdue: /\d+ of them (is|are) overdue\./ },
};

describe.each(locales)("a resident of Zugdidi on a phone (%s)", (locale) => {
  const t = words(locale);

  it.each([true, false])("goes from the home page to the municipality and to what it promised (scripts: %s)", async (javaScriptEnabled) => {
    const page = await openBrowser({ javaScriptEnabled });
    const arrived = async () => {
      // What checks a page is itself a script; the pages are the same.
      if (!javaScriptEnabled) return;
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    await page.goto(`/${locale}`);
    await arrived();
    await page.getByLabel(t("municipalities.find.label")).fill(typed[locale]);
    await page.getByRole("button", { name: t("municipalities.find.submit"), exact: true }).click();
    await page.waitForURL(`**/${locale}/municipalities?name=*`);
    await arrived();
    expect(await page.locator(`main a[href^="/${locale}/municipalities/"]`).count()).toBe(1);
    await page.locator(`main a[href="/${locale}/municipalities/zugdidi"]`).click();
    await page.waitForURL(`**/${locale}/municipalities/zugdidi`);
    await arrived();
    // Both axes and what is late, before anything has to be opened.
    const promised = page.locator("section[aria-labelledby=commitments]");
    await promised.getByText(t("status.progress.suspended")).first().waitFor();
    await promised.getByText(said[locale].judged).first().waitFor();
    await promised.getByText(said[locale].overdue).waitFor();
    await picture(page, `municipality-${locale}`);
    await promised.locator(`a[href="/${locale}${commitment}"]`).click();
    await page.waitForURL(`**/${locale}${commitment}`);
    await arrived();
  });

  it("reaches every municipality, also one with nothing yet, and is told so", async () => {
    const page = await openBrowser();
    await visit(page, `/${locale}/municipalities`);
    expect(await page.locator(`main a[href^="/${locale}/municipalities/"]`).count()).toBe(64);
    await visit(page, `/${locale}/municipalities?name=atlantis`);
    expect(await page.locator(`main a[href^="/${locale}/municipalities/"]`).count()).toBe(0);
    await page.getByRole("link", { name: t("municipalities.all"), exact: true }).waitFor();
    await visit(page, `/${locale}/municipalities/tsalka`);
    await page.getByText(t("municipalities.nothing")).waitFor();
    await visit(page, `/${locale}/municipalities/dmanisi`);
    expect((await page.request.get(`/${locale}/municipalities/atlantis`)).status()).toBe(404);
    for (const feed of ["feed.atom", "calendar.ics"]) expect((await page.request.get(`/${locale}/municipalities/zugdidi/${feed}`)).status()).toBe(200);
  });
});
