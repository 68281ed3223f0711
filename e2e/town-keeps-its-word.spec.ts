import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { press, pressAndConfirm, writeSection } from "#e2e/composer-screen.ts";
import { expectAccessible, linkIn, locales, mailTo, openBrowser, picture, readUntil, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { lineOf, openLine, sendReady } from "#e2e/period-screen.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

/** What people write in the story. */
const said = {
  ka: {
    result: "პორტალის საცდელი ვერსია შექმნილია.",
    reasons: "პორტალის ამოქმედება გადაიდო, რადგან სერვისს სამინისტრო ერთიანი სისტემით ნერგავს.",
    note: "გთხოვთ, მიუთითოთ, როდის შეიქმნა საცდელი ვერსია.",
    mended: "პორტალის საცდელი ვერსია 2019 წლის ივნისში შეიქმნა.",
    narrative: "პორტალი არ ამოქმედებულა, ამიტომ ვალდებულება ნაწილობრივ შესრულდა.",
    introduction: "ანგარიში 2019 წელს მოიცავს.",
    conclusions: "ერთი ეტაპი დაწყებულია, დანარჩენი შეჩერებულია.",
    comment: "როდის შეძლებენ სოფლის მცხოვრებლები იდეის გაგზავნას? <script>alert(1)</script>",
    response: "მოდული მუნიციპალური მართვის სისტემას დაემატება; ვადას სამინისტრო გამოაცხადებს.",
  },
  en: {
    result: "A trial version of the portal exists.",
    reasons: "The launch was put off, because the ministry introduces the service in one system.",
    note: "Please say when the trial version was made.",
    mended: "A trial version of the portal was made in June 2019.",
    narrative: "The portal was not launched, so the commitment is partially implemented.",
    introduction: "The report covers the year 2019.",
    conclusions: "One milestone has begun, the others stand still.",
    comment: "When can people in the villages send an idea? <script>alert(1)</script>",
    response: "The module will be added to the municipal system; the ministry will announce when.",
  },
} as const;

const proof = Buffer.from("ეტაპი,მდგომარეობა\n5.2,საცდელი ვერსია\n", "utf8");

describe.each(locales)("from a promise to an answer, in %s", (locale: Locale) => {
  const t = words(locale);
  const plan = `story-${locale}`;
  const commitment = `/${locale}/plans/${plan}/commitments/zugdidi-5`;
  const resident = `resident-${locale}@reader.example`;
  let coordinator: Page;
  let secretariat: Page;
  let moderator: Page;
  let report = "";

  beforeAll(() => importUnreportedPlan(plan));

  /** The lines of a list that are about this story's plan. */
  const ofThisPlan = (page: Page) => page.locator("main li").filter({ hasText: `(${plan})` });

  async function openUpdateForm(): Promise<Locator> {
    await coordinator.goto(`/${locale}/workspace`);
    await ofThisPlan(coordinator).getByRole("link", { name: t("reporting.desk.open"), exact: true }).click();
    await coordinator.waitForURL("**/workspace/periods/*");
    await expectAccessible(coordinator);
    const line = await openLine(coordinator, "5.2");
    await expectAccessible(coordinator);
    return line;
  }

  test("the coordinator of the city hall reports on milestone 5.2 with evidence", async () => {
    coordinator = await openBrowser();
    await signIn(coordinator, "coordinator", { hint: "zugdidi", locale });
    await picture(coordinator, `desk-coordinator-${locale}`);
    const line = await openUpdateForm();
    await line.locator('input[name="progress"][value="in_progress"]').check();
    await line.locator(`textarea[name="result.${locale}"]`).fill(said[locale].result);
    await line.locator(`textarea[name="reasons.${locale}"]`).fill(said[locale].reasons);
    await line.locator('input[type="file"]').setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: proof });
    await line.getByRole("link", { name: "trial.csv" }).waitFor();
    await picture(coordinator, `update-form-${locale}`);
    await sendReady(coordinator, locale, 1).click();
    await lineOf(coordinator, "5.2").getByText(t("reporting.screen.state.sent")).waitFor();
    await picture(coordinator, `period-sent-${locale}`);
  });

  test("the Secretariat returns it with a note", async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await picture(secretariat, `desk-secretariat-${locale}`);
    await visit(secretariat, `/${locale}/workspace/review`);
    await ofThisPlan(secretariat).locator('a[href*="/workspace/review/"]').first().click();
    await secretariat.getByText(said[locale].result).waitFor();
    await expectAccessible(secretariat);
    await picture(secretariat, `review-${locale}`);
    await secretariat.locator('textarea[name="note"]').fill(said[locale].note);
    await press(secretariat, t("reporting.review.return"));
    await secretariat.getByText(t("reporting.review.done.returned")).waitFor();
  });

  test("the coordinator reads the note, mends it and sends it again; the Secretariat accepts", async () => {
    coordinator = await openBrowser();
    await signIn(coordinator, "coordinator", { hint: "zugdidi", locale });
    const line = await openUpdateForm();
    await line.getByText(said[locale].note).first().waitFor();
    await line.locator(`textarea[name="result.${locale}"]`).fill(said[locale].mended);
    await sendReady(coordinator, locale, 1).click();
    await lineOf(coordinator, "5.2").getByText(t("reporting.screen.state.sent")).waitFor();

    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await secretariat.goto(`/${locale}/workspace/review`);
    await ofThisPlan(secretariat).locator('a[href*="/workspace/review/"]').first().click();
    await secretariat.getByText(said[locale].mended).waitFor();
    await press(secretariat, t("reporting.review.accept"));
    await secretariat.getByText(t("reporting.review.done.accepted")).waitFor();

    const reader = await openBrowser();
    await readUntil(reader, `${commitment}#5.2`, said[locale].mended, "trial.csv");
  });

  test("the Secretariat assesses commitment 5", async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/assessments`);
    await openAssessment(secretariat);
    await secretariat.locator('input[name="gradeId"]').nth(2).check();
    await secretariat.locator(`textarea[name="narrative.${locale}"]`).fill(said[locale].narrative);
    await expectAccessible(secretariat);
    await picture(secretariat, `assessment-${locale}`);
    await pressAndConfirm(secretariat, t("assessments.form.publish"), t("assessments.form.yes"));
    await secretariat.waitForURL((address) => !/assessments\/[^/?]+\/[^/?]+$/.test(address.pathname));

    const reader = await openBrowser();
    await readUntil(reader, commitment, said[locale].narrative);
    await picture(reader, `commitment-${locale}`);
  });

  test("it composes the 2019 annual report and publishes it for consultation", async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await visit(secretariat, `/${locale}/workspace/reports/new`);
    await choosePlan(secretariat);
    await secretariat.locator('input[name="kind"][value="annual"]').check();
    await press(secretariat, t("reports.workspace.create.submit"));
    await secretariat.waitForURL(/workspace\/reports\/[0-9a-f-]{36}$/);
    await expectAccessible(secretariat);
    await writeSection(secretariat, locale, "introduction", said[locale].introduction);
    await writeSection(secretariat, locale, "summary", said[locale].conclusions);
    await expectAccessible(secretariat);
    await picture(secretariat, `composer-${locale}`);
    await pressAndConfirm(secretariat, t("reports.workspace.steps.consult"), t("reports.workspace.steps.yes"));
    const link = secretariat.getByRole("link", { name: t("reports.workspace.steps.read") });
    report = new URL((await link.getAttribute("href")) ?? "", inject("site")).pathname;

    const reader = await openBrowser();
    await readUntil(reader, report, said[locale].conclusions, said[locale].mended);
    await picture(reader, `report-${locale}`);
  });

  test("a resident comments without an account and without scripts, and confirms by e-mail", async () => {
    const reader = await openBrowser({ javaScriptEnabled: false });
    await reader.goto(report);
    await reader.locator('textarea[name="body"]').fill(said[locale].comment);
    await reader.locator('#comment-email').fill(resident);
    await press(reader, t("comments.form.send"));
    await reader.getByText(t("comments.sent.title")).first().waitFor();
    const link = linkIn(await mailTo(resident), "/comments/confirm");
    await reader.goto(link);
    await reader.getByText(t("comments.confirm.lead")).waitFor();
    await press(reader, t("comments.confirm.button"));
    await reader.getByText(t("comments.confirmed.title")).first().waitFor();
    await reader.goto(link);
    await reader.getByText(t("comments.confirm.refused.LINK_USED.title")).first().waitFor();
  });

  test("a moderator publishes the comment", async () => {
    moderator = await openBrowser();
    await signIn(moderator, "moderator", { locale });
    await picture(moderator, `desk-moderator-${locale}`);
    await openComment(moderator);
    await expectAccessible(moderator);
    await press(moderator, t("comments.workspace.publish"));
    await moderator.getByText(t("comments.workspace.responseOfSecretariat")).first().waitFor();
  });

  test("the Secretariat answers with a reason, the resident is told, and everybody sees both", async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await openComment(secretariat);
    await secretariat.locator('input[name="disposition"][value="partly_accepted"]').check();
    await secretariat.locator(`textarea[name="text.${locale}"]`).fill(said[locale].response);
    await expectAccessible(secretariat);
    await picture(secretariat, `response-${locale}`);
    await press(secretariat, t("comments.workspace.publishResponse"));
    const told = await mailTo(resident, (mail) => Boolean(mail.text?.includes(said[locale].response)));
    expect(told.text).toContain(report);

    const reader = await openBrowser();
    await readUntil(reader, report, said[locale].comment, said[locale].response);
    expect(await reader.content()).not.toContain(resident);
    await picture(reader, `report-answered-${locale}`);
  });

  /** The commitment as a whole, in this plan's period. */
  async function openAssessment(page: Page): Promise<void> {
    await ofThisPlan(page).locator('a[href*="/workspace/assessments"]').first().click();
    await page.locator('main a[href*="/workspace/assessments/"]').first().click();
    await page.locator('input[name="gradeId"]').first().waitFor();
  }

  async function choosePlan(page: Page): Promise<void> {
    const option = page.locator('select[name="planId"] option').filter({ hasText: `(${plan})` });
    await page.locator('select[name="planId"]').selectOption((await option.getAttribute("value")) ?? "");
    await page.locator('select[name="periodId"]').selectOption({ index: 1 });
  }

  async function openComment(page: Page): Promise<void> {
    await visit(page, `/${locale}/workspace/comments`);
    await page.locator("main li").filter({ hasText: said[locale].comment }).locator('a[href*="/workspace/comments/"]').first().click();
    await page.waitForURL("**/workspace/comments/*");
    await page.getByText(said[locale].comment).first().waitFor();
  }
});
