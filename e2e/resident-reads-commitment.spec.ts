import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, visit } from "./fixtures.ts";
import { words } from "./words.ts";

const national = "/plans/georgia-2018-2019";
const dmanisi = "/plans/dmanisi-2024-2025";

/** What a reader must find on the commitment of Zugdidi, as its source states it. */
const stated = {
  ka: ["შენი იდეა ზუგდიდის მერს", "შეჩერებულია", "არ შესრულდა", "ივნისი 2018 – დეკემბერი 2019", "გამჭვირვალობა", "მშვიდობა, სამართლიანობა და ძლიერი ინსტიტუტები", "2019, წლიური", "ზუგდიდის მუნიციპალიტეტის მერია", "31 დეკემბერი 2020"],
  en: ["Your Idea to the Zugdidi Mayor", "Suspended", "Not implemented", "June 2018 – December 2019", "Transparency", "Peace and Justice Strong Institutions", "2019, annual", "Zugdidi Municipality City Hall", "31 December 2020"],
} as const;

const said = (text: string) => text.replaceAll("\u00a0", " ");

describe.each(locales)("a resident reads what was promised (%s)", (locale) => {
  const say = words(locale);

  it("goes from the first page to a plan, a commitment, a milestone and who is responsible", async () => {
    const page = await openBrowser();
    await visit(page, `/${locale}`);
    await picture(page, `home-${locale}`);
    await page.locator(`main a[href="/${locale}${national}"]`).first().click();
    await page.waitForURL(`**${national}`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `plan-national-${locale}`);

    await page.locator('main a[href$="/commitments/zugdidi-5"]').click();
    await page.waitForURL("**/commitments/zugdidi-5");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `commitment-${locale}`);
    const text = said(await page.locator("main").innerText());
    expect(stated[locale].filter((fact) => !text.includes(fact))).toEqual([]);

    await page.locator('main a[href="#5.2"]').first().click();
    await page.waitForURL("**#5.2");
    expect(await page.locator('[id="5.2"]').innerText()).toContain("პორტალი შექმნილია და ფუნქციონირებს");
    await page.locator('main a[href$="/organisations/zugdidi-city-hall"]').first().click();
    await page.waitForURL("**/organisations/zugdidi-city-hall");
    await expectAccessible(page);
    await picture(page, `organisation-${locale}`);
    await visit(page, `/${locale}/organisations`);
  });

  it("filters a plan without scripts, and the address keeps the choice", async () => {
    const page = await openBrowser({ javaScriptEnabled: false });
    await page.goto(`/${locale}${dmanisi}`);
    const commitments = page.locator('main a[href*="/commitments/"]');
    expect(await commitments.count()).toBe(13);
    await page.locator('select[name="status"]').selectOption("completed");
    await page.getByRole("button", { name: say("plans.filters.submit") }).click();
    await page.waitForURL("**status=completed**");
    expect(await commitments.count()).toBe(0);
    expect(await page.locator('select[name="status"]').inputValue()).toBe("completed");
    await page.getByRole("link", { name: say("plans.filters.clear") }).click();
    await page.waitForURL(`**${dmanisi}#commitments`);
    expect(await commitments.count()).toBe(13);
    await page.locator('input[name="overdue"]').check();
    await page.getByRole("button", { name: say("plans.filters.submit") }).click();
    await page.waitForURL("**overdue=yes**");
    expect(await commitments.count()).toBe(13);
  });

  it("reads the plan of a town and one of its activities at a desk", async () => {
    const page = await openBrowser({ viewport: desktop });
    await visit(page, `/${locale}${dmanisi}?agency=no-such-agency&status=unknown&other=1`);
    await picture(page, `plan-dmanisi-${locale}`);
    await visit(page, `/${locale}${dmanisi}/commitments/2-6`);
    await picture(page, `activity-${locale}`);
    expect(await page.locator("main").innerText()).toContain("მონაწილეობითი ბიუჯეტის");
  });

  it("is told so when there is no such plan, commitment or organisation", async () => {
    const page = await openBrowser();
    for (const path of ["/plans/none", `${national}/commitments/none`, "/organisations/none"]) {
      const response = await page.goto(`/${locale}${path}`);
      expect([path, response?.status()]).toEqual([path, 404]);
    }
  });
});
