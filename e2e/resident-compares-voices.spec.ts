import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, readUntil, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const said = {
  ka: { kind: "პორტალი თითქმის მზად არის.", harsh: "პორტალის მისამართი არ იხსნება.", reason: "სკალები ერთნაირად იწყება და ერთნაირად მთავრდება." },
  en: { kind: "The portal is nearly ready.", harsh: "The portal’s address does not open.", reason: "Both scales begin and end with the same." },
};

/** What the grades read as, the best first. Each story reads one otherwise: a version has to say something new. */
const readings = {
  ka: ["completion.complete", "completion.substantial", "completion.limited", "completion.not_started"],
  en: ["completion.complete", "completion.substantial", "nothing", "completion.not_started"],
};

/** The words of a sentence before its first value. */
const beginning = (sentence: string) => sentence.split(/[{<]/)[0]?.trim() ?? "";

describe.each(locales)("a resident compares what the three voices say (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `compared-${locale}`;
  const milestone = `/${locale}/plans/${plan}/commitments/zugdidi-5#5.2`;
  const differences = `/${locale}/differences?plan=${plan}`;

  beforeAll(() => importUnreportedPlan(plan));

  async function openForm(page: Page): Promise<void> {
    await visit(page, `/${locale}/workspace/assessments`);
    await page.locator("main li").filter({ hasText: `(${plan})` }).getByRole("link").first().click();
    await page.waitForURL("**period=**");
    await page.locator("main li").filter({ hasText: "5.2" }).getByRole("link").click();
    await page.waitForURL("**/workspace/assessments/*/*");
  }

  test("before anybody has judged, the page says what will be there", async () => {
    const reader = await openBrowser();
    await visit(reader, differences);
    await reader.getByText(beginning(t("differences.empty.nothing"))).waitFor();
  });

  test("the Secretariat judges kindly, the monitor harshly", async () => {
    const secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await openForm(secretariat);
    await secretariat.locator('input[name="gradeId"]').nth(1).check();
    await secretariat.locator(`textarea[name="narrative.${locale}"]`).fill(said[locale].kind);
    await secretariat.getByRole("button", { name: t("assessments.form.publish"), exact: true }).click();
    await secretariat.locator("dialog[open]").getByRole("button", { name: t("assessments.form.yes"), exact: true }).click();
    await secretariat.waitForURL("**done=**");

    const monitor = await openBrowser();
    await signIn(monitor, "monitor", { locale });
    await openForm(monitor);
    await monitor.getByLabel(t("assessments.irm.completion"), { exact: true }).selectOption("completion.not_started");
    await monitor.locator(`textarea[name="narrative.${locale}"]`).fill(said[locale].harsh);
    await monitor.getByRole("button", { name: t("assessments.form.check"), exact: true }).click();
    await monitor.waitForURL("**/confirm?**");
    await monitor.locator("main").getByRole("button").last().click();
    await monitor.waitForURL("**done=**");
  });

  test("the Secretariat records how its scale reads on IRM's: nothing is chosen for it the first time, and everybody reads why", async () => {
    const secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/scales`);
    // The Secretariat of the national plan, not the town's.
    await secretariat.locator('main a[href*="/workspace/scales/"]').last().click();
    await secretariat.waitForURL("**/workspace/scales/*/*");
    const record = () => secretariat.getByRole("button", { name: new RegExp(beginning(t("crosswalks.workspace.form.submit"))) }).first();
    const confirm = async () => {
      await record().click();
      await secretariat.locator("dialog[open]").getByRole("button", { name: t("crosswalks.workspace.form.yes"), exact: true }).click();
    };
    await confirm();
    await secretariat.getByText(t("errors.required")).first().waitFor();
    await expectAccessible(secretariat);
    for (const [index, reading] of readings[locale].entries()) await secretariat.locator("main select").nth(index).selectOption(reading);
    await secretariat.locator(`textarea[name="reason.${locale}"]`).fill(said[locale].reason);
    await picture(secretariat, `crosswalk-form-${locale}`);
    await confirm();
    await secretariat.locator("main section").getByText(said[locale].reason).first().waitFor();
    await expectAccessible(secretariat);
    await expectNoSidewaysScroll(secretariat);
    await picture(secretariat, `crosswalk-${locale}`);

    const reader = await openBrowser();
    await visit(reader, `/${locale}/scales`);
    await reader.locator('main a[href*="/scales/"]').last().click();
    await reader.waitForURL(`**/${locale}/scales/*/*`);
    await readUntil(reader, new URL(reader.url()).pathname, said[locale].reason);
    await picture(reader, `scale-${locale}`);
  });

  test("the resident finds the difference without scripts, and reads all three beside each other", async () => {
    await readUntil(await openBrowser(), differences, "5.2");
    const reader = await openBrowser({ javaScriptEnabled: false });
    await reader.goto(`/${locale}/differences`);
    await reader.locator('select[name="plan"]').selectOption(plan);
    await reader.getByRole("button", { name: t("differences.filter.show"), exact: true }).click();
    await reader.waitForURL("**plan=**");
    const line = reader.locator("main li").filter({ hasText: "5.2" }).first();
    await line.waitFor();
    expect(await line.innerText()).toContain("IRM");
    await picture(reader, `differences-${locale}`);
    await line.getByRole("link").first().click();
    await reader.waitForURL("**/commitments/zugdidi-5#5.2");
    for (const text of [said[locale].kind, said[locale].harsh]) await reader.locator('[id="5.2"]').getByText(text).first().waitFor();

    const wide = await openBrowser({ viewport: desktop });
    await visit(wide, milestone);
    const tops = await wide.locator('[id="5.2"]').locator("h5").evaluateAll((headings) => headings.map((heading) => Math.round(heading.getBoundingClientRect().top)));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    await wide.locator('[id="5.2"]').getByText(t("voices.agency")).waitFor();
    await picture(wide, `voices-${locale}`);
  });
});
