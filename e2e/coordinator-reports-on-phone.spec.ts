import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSidewaysScroll, locales, openBrowser, picture, signIn, type Locale } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady, untilSaved } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const smallPhone = { width: 360, height: 740 };
const proof = Buffer.from("ეტაპი,მდგომარეობა\n5.1,დამტკიცებულია\n", "utf8");
const said = {
  ka: { result: "საკრებულომ დებულება დაამტკიცა.", typed: "ეს სიტყვები კავშირის გარეშე აიკრიფა.", reason: "ბიუჯეტი არ გამოყოფილა." },
  en: { result: "The council adopted the rules.", typed: "These words were typed without a connection.", reason: "There was no budget for it." },
} as const;

describe.each(locales)("a coordinator reports a whole period in ten minutes, on a phone (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `phone-${locale}`;
  let person: Page;

  beforeAll(() => importUnreportedPlan(plan));

  const openScreen = async () => {
    person = await openBrowser({ viewport: smallPhone });
    await signIn(person, "coordinator", { hint: "zugdidi", locale });
    await person.goto(`/${locale}/workspace`);
    await person.locator("main li").filter({ hasText: `(${plan})` }).getByRole("link", { name: t("reporting.desk.open"), exact: true }).click();
    await lineOf(person, "5.1").waitFor();
  };

  test("what is typed survives a lost connection and a reload", async () => {
    await openScreen();
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    const line = await openLine(person, "5.1");
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await untilSaved(line);
    await person.context().setOffline(true);
    await line.locator(`textarea[name="result.${locale}"]`).fill(said[locale].typed);
    await line.getByText(t("reporting.screen.offline")).waitFor();
    await person.context().setOffline(false);
    await untilSaved(line);
    await line.locator(`textarea[name="result.${locale}"]`).fill(said[locale].result);
    person.once("dialog", (dialog) => void dialog.accept());
    await person.reload();
    const again = lineOf(person, "5.1");
    await again.locator(`textarea[name="result.${locale}"]`).waitFor();
    await person.waitForFunction(([name, text]) => document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)?.value === text, [`result.${locale}`, said[locale].result] as const);
    await untilSaved(again);
  });

  test("evidence says which promised source it meets; no progress is said with a reason, also of several at once; what is ready goes, the rest stays", async () => {
    await openScreen();
    const done = await openLine(person, "5.1");
    await done.locator('input[name="progress"][value="completed"]').check();
    await done.getByRole("link", { name: t("reporting.screen.missing.evidence"), exact: true }).waitFor();
    await done.locator('input[type="file"]').setInputFiles({ name: "rules.csv", mimeType: "text/csv", buffer: proof });
    await done.getByRole("link", { name: "rules.csv" }).waitFor();
    const source = done.locator('select[name="evidence.0.verificationSourceId"]');
    if (await source.count()) await source.selectOption({ index: 1 });
    await lineOf(person, "5.1").getByText(t("reporting.screen.state.ready")).first().waitFor();
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    await picture(person, `phone-line-${locale}`);

    await done.getByRole("button", { name: t("reporting.screen.next") }).click();
    const next = await openLine(person, "5.2");
    expect(await person.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    await next.locator('input[name="progress"][value="no_progress"]').check();
    await next.getByRole("link", { name: t("reporting.screen.missing.reasons"), exact: true }).waitFor();
    await next.locator(`textarea[name="reasons.${locale}"]`).fill(said[locale].reason);
    await lineOf(person, "5.2").getByText(t("reporting.screen.state.ready")).first().waitFor();

    await sendReady(person, locale, 2).click();
    for (const number of ["5.1", "5.2"]) await lineOf(person, number).getByText(t("reporting.screen.state.sent")).first().waitFor();
    await lineOf(person, "5.3").getByText(t("reporting.screen.state.none")).first().waitFor();
    expect(await person.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    await expectAccessible(person);
    await expectNoSidewaysScroll(person);
    await picture(person, `phone-sent-${locale}`);

    await person.locator("summary").filter({ hasText: t("reporting.screen.several.title") }).click();
    const several = person.locator("form").filter({ has: person.locator("#several-reasons") });
    for (const box of await several.locator('input[type="checkbox"]').all()) await box.check();
    await several.locator("#several-reasons").fill(said[locale].reason);
    await several.locator("button").click();
    await lineOf(person, "5.3").getByText(t("reporting.screen.state.ready")).first().waitFor();
    await picture(person, `phone-several-${locale}`);
    await sendReady(person, locale, 2).click();
    await person.getByText(t("reporting.screen.state.none")).waitFor({ state: "detached" });
  });
});
