import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { desktop, locales, openBrowser, picture, visit } from "./fixtures.ts";
import { words } from "./words.ts";

const requirements = ["r11", "r21", "r22", "r4", "r51"] as const;

/** The lines under a fact of a requirement, those that a reader opens with one step among them; none where the fact is not there. */
async function linesOf(page: Page, requirement: string, fact: string): Promise<string[]> {
  const entry = page.locator(`#${requirement} dl > div`).filter({ has: page.locator("dt", { hasText: fact }) });
  return entry.locator("dd li").allTextContents();
}

describe.each(locales)("a journalist checks how the process is kept (%s)", (locale) => {
  const say = words(locale);

  it("finds every Secretariat with its figures, and behind each figure as many records as it says", async () => {
    const page = await openBrowser({ javaScriptEnabled: false });
    await page.goto(`/${locale}`);
    await page.locator(`footer a[href="/${locale}/standards"]`).click();
    await page.waitForURL(`**/${locale}/standards`);
    const addresses = await page.locator(`main ul a[href^="/${locale}/standards/"]`).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses).toEqual(expect.arrayContaining([`/${locale}/standards/dmanisi-administration-service`, `/${locale}/standards/ogp-georgia-secretariat`]));

    for (const address of addresses) {
      await page.goto(address);
      const verdicts = requirements.map((requirement) => page.locator(`#${requirement} h3 + p strong`).innerText());
      const known = ["met", "not_met", "not_computed"].map((verdict) => `${say(`standards.verdict.${verdict}`)}.`);
      for (const verdict of await Promise.all(verdicts)) expect(known).toContain(verdict);
      for (const requirement of ["r11", "r21", "r51"] as const) {
        const figure = await page.locator(`#${requirement} dl > div`).first().locator("dd").innerText();
        const numbers = (figure.match(/\d+/g) ?? []).map(Number);
        const proof = await linesOf(page, requirement, say("standards.proof"));
        expect([address, requirement, numbers]).toEqual([address, requirement, expect.arrayContaining([proof.length])]);
      }
      const links = await page.locator(requirements.map((requirement) => `#${requirement} dd li a`).join(", ")).evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
      for (const link of [...new Set(links)].slice(0, 12)) {
        // From the same page, only the part after # would be looked for.
        await page.goto("about:blank");
        const response = await page.goto(link);
        expect([link, response?.status()]).toEqual([link, 200]);
        const anchor = link.split("#")[1];
        if (anchor) expect([link, await page.locator(`[id="${anchor}"]`).count()]).toEqual([link, 1]);
      }
    }
  });

  it("reads what counts, looks at another year, and is told why it cannot be judged", async () => {
    const page = await openBrowser({ viewport: desktop });
    await visit(page, `/${locale}/standards`);
    await picture(page, `standards-${locale}`);
    await visit(page, `/${locale}/standards/ogp-georgia-secretariat`);
    await picture(page, `standards-national-${locale}`);
    await page.locator('main table a[href$="?year=2023"]').click();
    await page.waitForURL("**year=2023");
    const text = await page.locator("#r22").innerText();
    expect(text).toContain(say("standards.verdict.not_computed"));
    expect(text).toContain(say("standards.reason.no_plan").replaceAll("{year}", "2023"));
    expect(await page.locator("#counts").count()).toBe(1);
  });

  it("follows a working group to its meeting, which states no day that its source does not", async () => {
    const page = await openBrowser();
    await visit(page, `/${locale}/process`);
    await picture(page, `process-${locale}`);
    await page.locator(`main nav a[href="/${locale}/working-groups"]`).click();
    await page.waitForURL("**/working-groups");
    await page.locator('main a[href$="/working-groups/vani-working-group"]').click();
    await page.waitForURL("**/vani-working-group");
    expect(await page.locator("main").innerText()).toContain(say("process-public.groups.membersNone"));
    await page.locator('main a[href$="/process/vani-working-group-results"]').click();
    await page.waitForURL("**/vani-working-group-results");
    const text = await page.locator("main").innerText();
    expect(text).toContain(say("process-public.noDay"));
    expect(await page.locator('[id="decision-2"]').count()).toBe(1);
    await visit(page, `/${locale}/process/par-forum-final-conference`);
    await picture(page, `event-${locale}`);
    await visit(page, `/${locale}/recommendations`);
  });
});
