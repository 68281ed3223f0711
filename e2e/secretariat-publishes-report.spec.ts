import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { press, pressAndConfirm, writeSection } from "#e2e/composer-screen.ts";
import { expectAccessible, linkIn, mailTo, openBrowser, picture, readUntil, setClock, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const locale: Locale = "ka";
const t = words(locale);
const plan = "record-ka";
const resident = "record-ka@reader.example";

/** What people write in the story. */
const said = {
  result: "პორტალის საცდელი ვერსია 2019 წლის ივნისში შეიქმნა.",
  reasons: "შესყიდვა გადაიდო.",
  narrative: "პორტალი არ ამოქმედებულა, ამიტომ ვალდებულება ნაწილობრივ შესრულდა.",
  process: "ანგარიშის პროექტი სამუშაო ჯგუფმა განიხილა.",
  introduction: "ანგარიში ერთ წელს მოიცავს.",
  rewritten: "ანგარიში 2019 წელს მოიცავს.",
  summary: "ერთი ეტაპი დაწყებულია, დანარჩენი შეჩერებულია.",
  comment: "რომელ წელს მოიცავს ანგარიში?",
  response: "ანგარიში 2019 წელს მოიცავს; შესავალში ეს დავაზუსტეთ.",
  reason: "დასკვნაში ეტაპების რაოდენობა დაზუსტდა.",
  corrected: "ერთი ეტაპი დაწყებულია, ორი შეჩერებულია.",
};

/** The consultation lasts two weeks. */
const weeksLater = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString();

describe("from an open period to a final report and its correction", () => {
  let report = "";
  /** The composer's address. */
  let composer = "";
  /** The checksums of the downloads of versions 1 and 2, when each was published. */
  const sums: string[] = [];

  beforeAll(() => importUnreportedPlan(plan));

  const ofThisPlan = (page: Page) => page.locator("main li").filter({ hasText: `(${plan})` });

  async function asSecretariat(): Promise<Page> {
    const page = await openBrowser();
    await signIn(page, "secretariat", { locale });
    return page;
  }

  async function sumOf(version: number): Promise<string> {
    const answer = await fetch(new URL(`/api${report.replace(`/${locale}`, "")}/versions/${version}`, inject("site")));
    expect(answer.status).toBe(200);
    return createHash("sha256").update(Buffer.from(await answer.arrayBuffer())).digest("hex");
  }

  async function composing(): Promise<Page> {
    const page = await asSecretariat();
    await page.goto(composer);
    return page;
  }

  const published = (page: Page) => page.getByRole("link", { name: t("reports.workspace.steps.read") });

  test("a coordinator reports milestone 5.2 of the open period with its proof", async () => {
    const page = await openBrowser();
    await signIn(page, "coordinator", { hint: "zugdidi", locale });
    await page.goto(`/${locale}/workspace`);
    await ofThisPlan(page).getByRole("link", { name: t("reporting.desk.open"), exact: true }).click();
    await page.waitForURL("**/workspace/periods/*");
    const line = await openLine(page, "5.2");
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await line.locator(`textarea[name="result.${locale}"]`).fill(said.result);
    await line.locator(`textarea[name="reasons.${locale}"]`).fill(said.reasons);
    await line.locator('input[type="file"]').setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from("ეტაპი,ვადა\n5.2,2019-06\n", "utf8") });
    await line.getByRole("link", { name: "trial.csv" }).waitFor();
    await sendReady(page, locale, 1).click();
    await lineOf(page, "5.2").getByText(t("reporting.screen.state.sent")).waitFor();
  });

  test("the Secretariat accepts it and assesses the commitment", async () => {
    const page = await asSecretariat();
    await page.goto(`/${locale}/workspace/review`);
    await ofThisPlan(page).locator('a[href*="/workspace/review/"]').first().click();
    await page.getByText(said.result).waitFor();
    await press(page, t("reporting.review.accept"));
    await page.getByText(t("reporting.review.done.accepted")).waitFor();
    await page.goto(`/${locale}/workspace/assessments`);
    await ofThisPlan(page).locator('a[href*="/workspace/assessments"]').first().click();
    await page.locator('main a[href*="/workspace/assessments/"]').first().click();
    await page.locator('input[name="gradeId"]').nth(2).check();
    await page.locator(`textarea[name="narrative.${locale}"]`).fill(said.narrative);
    await pressAndConfirm(page, t("assessments.form.publish"), t("assessments.form.yes"));
    await page.waitForURL((address) => !/assessments\/[^/?]+\/[^/?]+$/.test(address.pathname));
  });

  test("it composes the report section by section and asks the public", async () => {
    const page = await asSecretariat();
    await page.goto(`/${locale}/workspace/reports/new`);
    const option = page.locator('select[name="planId"] option').filter({ hasText: `(${plan})` });
    await page.locator('select[name="planId"]').selectOption((await option.getAttribute("value")) ?? "");
    await page.locator('select[name="periodId"]').selectOption({ index: 1 });
    await page.locator('input[name="kind"][value="annual"]').check();
    await press(page, t("reports.workspace.create.submit"));
    await page.waitForURL(/workspace\/reports\/[0-9a-f-]{36}$/);
    composer = new URL(page.url()).pathname;
    for (const key of ["introduction", "process", "summary"] as const) await writeSection(page, locale, key, said[key]);
    await pressAndConfirm(page, t("reports.workspace.steps.consult"), t("reports.workspace.steps.yes"));
    report = new URL((await published(page).getAttribute("href")) ?? "", inject("site")).pathname;

    const reader = await openBrowser();
    await readUntil(reader, report, said.introduction, said.process, said.summary, said.narrative);
    await picture(reader, `report-consultation-${locale}`);
    sums[0] = await sumOf(1);
  });

  test("a resident comments on the introduction, without an account and without scripts", async () => {
    const reader = await openBrowser({ javaScriptEnabled: false });
    await reader.goto(report);
    await reader.locator("section[aria-labelledby='introduction']").getByRole("link", { name: t("reports.sections.commentOn").replace("{name}", t("reports.sections.introduction")) }).click();
    await reader.getByRole("link", { name: t("reports.sections.introduction") }).waitFor();
    await reader.locator('textarea[name="body"]').fill(said.comment);
    await reader.locator('#comment-email').fill(resident);
    await press(reader, t("comments.form.send"));
    await reader.getByText(t("comments.sent.title")).first().waitFor();
    await reader.goto(linkIn(await mailTo(resident), "/comments/confirm"));
    await press(reader, t("comments.confirm.button"));
    await reader.getByText(t("comments.confirmed.title")).first().waitFor();
  });

  test("the Secretariat publishes the comment and gives a reasoned response, also after the last day", async () => {
    await setClock(weeksLater(3));
    const page = await asSecretariat();
    await page.goto(`/${locale}/workspace/comments`);
    await page.locator("main li").filter({ hasText: said.comment }).locator('a[href*="/workspace/comments/"]').first().click();
    await page.waitForURL("**/workspace/comments/*");
    await page.getByRole("link", { name: t("reports.sections.introduction"), exact: true }).waitFor();
    await press(page, t("comments.workspace.publish"));
    await page.locator('input[name="disposition"][value="accepted"]').check();
    await page.locator(`textarea[name="text.${locale}"]`).fill(said.response);
    await press(page, t("comments.workspace.publishResponse"));
    await mailTo(resident, (mail) => Boolean(mail.text?.includes(said.response)));

    const reader = await openBrowser();
    await readUntil(reader, report, said.comment, said.response);
    expect(await reader.content()).not.toContain(resident);
  });

  test("it mends the introduction and publishes the final version, with what changed and what was said for everybody", async () => {
    await setClock(weeksLater(4));
    const page = await composing();
    await writeSection(page, locale, "introduction", said.rewritten);
    await pressAndConfirm(page, t("reports.workspace.steps.finalise"), t("reports.workspace.steps.yes"));
    await published(page).waitFor();

    const reader = await openBrowser();
    await readUntil(reader, report, said.rewritten);
    const annex = reader.getByRole("table", { name: t("reports.annexes.comments") });
    for (const text of [said.comment, said.response]) await annex.getByText(text).waitFor();
    await reader.getByRole("link", { name: t("reports.versions.compare") }).first().click();
    await reader.waitForURL("**/comparison*");
    await expectAccessible(reader);
    await reader.locator("ins", { hasText: "2019" }).waitFor();
    await reader.locator("del").first().waitFor();
    await picture(reader, `report-comparison-${locale}`);
    sums[1] = await sumOf(2);
  });

  test("it corrects the report with a reason, and both earlier versions stay as they were, to the last character", async () => {
    await setClock(weeksLater(5));
    const page = await composing();
    await writeSection(page, locale, "summary", said.corrected);
    await page.locator(`textarea[name="reason.${locale}"]`).fill(said.reason);
    await pressAndConfirm(page, t("reports.workspace.steps.correct"), t("reports.workspace.steps.yes"));

    const reader = await openBrowser();
    await readUntil(reader, report, said.corrected, said.reason);
    expect([await sumOf(1), await sumOf(2)]).toEqual(sums);
    await visit(reader, `${report}/versions/1`);
    await reader.getByText(said.introduction).first().waitFor();
    const shown = await reader.locator("section[aria-labelledby='versions'] code[translate='no']").allInnerTexts();
    expect(shown.map((sum) => sum.replace(/\s/g, "")).slice(1)).toEqual([...sums].reverse());
  });
});
