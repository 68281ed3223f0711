import { describe, expect, it } from "vitest";
import { press } from "#e2e/composer-screen.ts";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, readUntil, signIn, visit } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { aPdf } from "#prisma/evidence-files.ts";
import { words } from "#e2e/words.ts";

const zugdidi = "/plans/georgia-2018-2019/commitments/zugdidi-5";
const address = (locale: string, query: Record<string, string>) => `/${locale}/search?${new URLSearchParams(query)}`;

describe.each(locales)("a resident looks for a promise (%s)", (locale) => {
  const t = words(locale);

  it.each(["ზუგდიდის მერს იდეა", "zugdidi idea", "Zugdidis meris idea", "your idea to the mayor of Zugdidi", "ზუგდდიი იდეა"])("finds it by “%s”", async (question) => {
    const page = await openBrowser();
    await visit(page, address(locale, { q: question }));
    const link = page.locator(`main a[href="/${locale}${zugdidi}"]`);
    await link.first().waitFor();
    expect(await page.locator("main mark").count()).toBeGreaterThan(0);
    await picture(page, `search-${locale}`);
  });

  it("without scripts: from the head of the page to a question, a choice and an address to share", async () => {
    const page = await openBrowser({ javaScriptEnabled: false });
    await page.goto(`/${locale}`);
    await page.getByRole("link", { name: t("layout.nav.search"), exact: true }).click();
    await page.waitForURL(`**/${locale}/search`);
    await page.getByText(t("search.before.what")).waitFor();
    await page.locator('input[name="q"]').fill("ვალდებულება");
    await page.getByRole("button", { name: t("search.field.submit"), exact: true }).click();
    await page.waitForURL("**/search?q=*");
    await page.goto(address(locale, { q: "zugdidi", status: "suspended", level: "national" }));
    await page.locator(`main a[href="/${locale}${zugdidi}"]`).first().waitFor();
    expect(await page.locator('select[name="status"]').inputValue()).toBe("suspended");
    expect(await page.locator('select[name="plan"] option').nth(1).innerText()).toMatch(/\(\d+\)$/);
    await page.getByRole("link", { name: t("search.facets.clear"), exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("q") === "zugdidi" && !url.searchParams.has("status"));
  });

  it("chooses a suggestion by keyboard, while a screen reader is told what happens", async () => {
    const page = await openBrowser({ viewport: desktop });
    await visit(page, `/${locale}/search`);
    const field = page.getByRole("combobox");
    await field.pressSequentially("zugdid");
    await page.getByRole("option").first().waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    await expectAccessible(page);
    await field.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
    await picture(page, `search-suggestions-${locale}`);
    await field.press("Escape");
    expect(await field.getAttribute("aria-expanded")).toBe("false");
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    await field.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith("/search"));
    await expectAccessible(page);
  });

  it("finds what a file says that proves a result, once the result is accepted", async () => {
    const plan = `found-${locale}`;
    const place = locale === "ka" ? "Anaklia" : "Darcheli";
    await importUnreportedPlan(plan);
    const coordinator = await openBrowser();
    await signIn(coordinator, "coordinator", { hint: "zugdidi", locale });
    await coordinator.goto(`/${locale}/workspace`);
    await coordinator.locator("main li", { hasText: `(${plan})` }).getByRole("link", { name: t("reporting.desk.open"), exact: true }).click();
    await coordinator.waitForURL("**/workspace/periods/*");
    const line = await openLine(coordinator, "5.2");
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await line.locator(`textarea[name="result.${locale}"]`).fill("…");
    await line.locator(`textarea[name="reasons.${locale}"]`).fill("…");
    await line.locator('input[type="file"]').setInputFiles({ name: "protocol.pdf", mimeType: "application/pdf", buffer: aPdf(`Protocol of the rehearsals in ${place}`) });
    await line.getByRole("link", { name: "protocol.pdf" }).waitFor();
    await sendReady(coordinator, locale, 1).click();
    await lineOf(coordinator, "5.2").getByText(t("reporting.screen.state.sent")).waitFor();
    const asked = address(locale, { q: `rehearsal ${locale === "ka" ? "ანაკლია" : "darcheli"}` });
    const resident = await openBrowser();
    await visit(resident, asked);
    // What the story in the other language proved is public by then.
    expect(await resident.locator("main", { hasText: `rehearsals in ${place}` }).count()).toBe(0);

    const secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await secretariat.goto(`/${locale}/workspace/review`);
    await secretariat.locator("main li", { hasText: `(${plan})` }).locator('a[href*="/workspace/review/"]').first().click();
    await press(secretariat, t("reporting.review.accept"));
    await secretariat.getByText(t("reporting.review.done.accepted")).waitFor();
    await readUntil(resident, asked, "protocol.pdf", `rehearsals in ${place}`);
    await resident.locator(`main a[href="/${locale}/plans/${plan}/commitments/zugdidi-5#5.2"]`).first().waitFor();
    await expectAccessible(resident);
    await picture(resident, `search-file-${locale}`);
  });

  it("is helped when there is nothing, and may ask anything", async () => {
    const page = await openBrowser();
    await visit(page, address(locale, { q: "ხვხვხვხვხ" }));
    await page.getByText(t("search.nothing.fewer")).waitFor();
    await visit(page, address(locale, { overdue: "yes" }));
    await visit(page, address(locale, { kind: "commitment", q: "საჯარო" }));
    await visit(page, address(locale, { q: `' | & ! <-> :* \\ ${"ა".repeat(300)}` }));
    await expectNoSidewaysScroll(page);
  });
});
