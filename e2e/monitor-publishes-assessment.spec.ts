import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { demoAccount, expectAccessible, expectNoSidewaysScroll, linkIn, locales, mailTo, openBrowser, picture, readUntil, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const proof = Buffer.from("ეტაპი,მდგომარეობა\n5.2,არ იხსნება\n", "utf8");
const said = {
  ka: { reasons: "პორტალის მისამართი არ იხსნება; შევამოწმეთ სამჯერ.", answer: "მისამართი შეიცვალა; ახალს უახლოეს დღეებში გამოვაქვეყნებთ." },
  en: { reasons: "The portal’s address does not open; we tried three times.", answer: "The address has changed; we shall publish the new one shortly." },
};

describe.each(locales)("an independent monitor judges in its own name, and the agency answers once (%s)", (locale: Locale) => {
  const t = words(locale);
  const plan = `watched-${locale}`;
  const milestone = `/${locale}/plans/${plan}/commitments/zugdidi-5#5.2`;
  let form = "";
  let answerForm = "";

  beforeAll(() => importUnreportedPlan(plan));

  const signedIn = async (role: string, hint = ""): Promise<Page> => {
    const person = await openBrowser();
    await signIn(person, role, { hint, locale });
    return person;
  };

  test("the monitor finds what is not assessed, and is told what a judgement needs", async () => {
    const monitor = await signedIn("monitor");
    await visit(monitor, `/${locale}/workspace/assessments`);
    await monitor.locator("main li").filter({ hasText: `(${plan})` }).getByRole("link").first().click();
    await monitor.waitForURL("**period=**");
    await monitor.getByRole("link", { name: t("assessments.work.show.unassessed") }).click();
    await monitor.waitForURL("**show=unassessed**");
    await expectAccessible(monitor);
    await expectNoSidewaysScroll(monitor);
    await picture(monitor, `monitor-work-${locale}`);
    await monitor.locator("main li").filter({ hasText: "5.2" }).getByRole("link").click();
    await monitor.waitForURL("**/workspace/assessments/*/*");
    form = new URL(monitor.url()).pathname + new URL(monitor.url()).search;
    await monitor.getByRole("heading", { name: t("assessments.form.agency"), exact: true }).waitFor();
    await monitor.getByRole("button", { name: t("assessments.form.check"), exact: true }).click();
    for (const key of ["judgementRequired", "judgementReasonRequired"]) await monitor.getByText(t(`errors.${key}`)).first().waitFor();
    await expectAccessible(monitor);
    await picture(monitor, `monitor-form-missing-${locale}`);
  });

  test("it drafts with evidence, looks at what will be public in both languages, and confirms", async () => {
    const monitor = await signedIn("monitor");
    await visit(monitor, form);
    await monitor.getByLabel(t("assessments.irm.completion"), { exact: true }).selectOption("completion.limited");
    await monitor.getByLabel(t("assessments.irm.verifiable"), { exact: true }).selectOption("verifiable.yes");
    await monitor.locator(`textarea[name="narrative.${locale}"]`).fill(said[locale].reasons);
    await monitor.locator('input[type="file"]').setInputFiles({ name: "visit.csv", mimeType: "text/csv", buffer: proof });
    await monitor.getByRole("link", { name: "visit.csv" }).waitFor();
    await expectAccessible(monitor);
    await monitor.getByRole("button", { name: t("assessments.form.check"), exact: true }).click();
    await monitor.waitForURL("**/confirm?**");
    for (const heading of locales) await monitor.getByRole("heading", { name: t(`assessments.confirm.reads.${heading}`) }).waitFor();
    expect(await monitor.getByText(said[locale].reasons).count()).toBe(2);
    await expectAccessible(monitor);
    await expectNoSidewaysScroll(monitor);
    await picture(monitor, `monitor-confirm-${locale}`);

    const secretariat = await signedIn("secretariat");
    const response = await secretariat.goto(form);
    expect(response?.status()).toBe(404);
    const reader = await openBrowser();
    await visit(reader, milestone);
    expect(await reader.getByText(said[locale].reasons).count()).toBe(0);

    await monitor.locator("main").getByRole("button").last().click();
    await monitor.waitForURL("**done=**");
    await monitor.getByText(t("ui.notice.success")).first().waitFor();
    await expectAccessible(monitor);
    await readUntil(reader, milestone, said[locale].reasons, "visit.csv");
    await picture(reader, `monitor-published-${locale}`);
  });

  test("the city hall is told by mail and answers, for good", async () => {
    const { email } = demoAccount("coordinator", "zugdidi");
    const mail = await mailTo(email, ({ text }) => (text?.includes("/workspace/answers/") && text.includes(`(${plan})`)) ?? false);
    // The mail is in the language of the account; the person reads on in theirs.
    answerForm = new URL(linkIn(mail, "/workspace/answers/")).pathname.replace(/^\/\w+/, `/${locale}`);
    const coordinator = await signedIn("coordinator", "zugdidi");
    await visit(coordinator, `/${locale}/workspace/answers`);
    await visit(coordinator, answerForm);
    await coordinator.getByText(said[locale].reasons).waitFor();
    await picture(coordinator, `answer-form-${locale}`);
    const another = await signedIn("coordinator", "zugdidi");
    await visit(another, answerForm);
    for (const person of [coordinator, another]) await person.locator(`textarea[name="text.${locale}"]`).fill(said[locale].answer);
    await coordinator.getByRole("button", { name: t("answers.form.publish"), exact: true }).click();
    await coordinator.locator("dialog[open]").getByText(t("answers.form.question")).waitFor();
    await expectAccessible(coordinator);
    await coordinator.locator("dialog[open]").getByRole("button", { name: t("answers.form.yes"), exact: true }).click();
    await coordinator.getByText(t("answers.work.done")).waitFor();
    await expectAccessible(coordinator);

    await another.getByRole("button", { name: t("answers.form.publish"), exact: true }).click();
    await another.locator("dialog[open]").getByRole("button", { name: t("answers.form.yes"), exact: true }).click();
    await another.getByText(t("errors.ALREADY_ANSWERED")).first().waitFor();
    expect(await another.locator(`textarea[name="text.${locale}"]`).inputValue()).toBe(said[locale].answer);
    await visit(another, answerForm);
    expect(await another.locator("main form").count()).toBe(0);
  });

  test("everybody reads the judgement and the answer beside each other; the monitor is told, and a new judgement may be answered anew", async () => {
    const reader = await openBrowser();
    await readUntil(reader, milestone, said[locale].reasons, said[locale].answer);
    await picture(reader, `monitor-answered-${locale}`);
    await mailTo(demoAccount("monitor").email, ({ text }) => text?.includes(said[locale].answer) ?? false);
    const monitor = await signedIn("monitor");
    await visit(monitor, form);
    await monitor.getByText(said[locale].answer).waitFor();
    await monitor.getByLabel(t("assessments.irm.completion"), { exact: true }).selectOption("completion.substantial");
    await monitor.locator(`textarea[name="narrative.${locale}"]`).fill(`${said[locale].reasons} 2`);
    await monitor.getByRole("button", { name: t("assessments.form.check"), exact: true }).click();
    await monitor.waitForURL("**/confirm?**");
    await monitor.locator("main").getByRole("button").last().click();
    await monitor.waitForURL("**done=**");
    await readUntil(reader, milestone, `${said[locale].reasons} 2`);
    const coordinator = await signedIn("coordinator", "zugdidi");
    await visit(coordinator, `/${locale}/workspace/answers`);
    await coordinator.locator("main li").filter({ hasText: `(${plan})` }).first().waitFor();
  });
});
