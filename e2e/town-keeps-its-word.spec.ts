import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectAccessible, linkIn, locales, mailTo, openBrowser, picture, signIn, visit, type Locale } from "#e2e/fixtures.ts";
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

function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).first().click();
}

/** Presses a button that asks first, and says yes. */
async function pressAndConfirm(page: Page, name: string, yes: string): Promise<void> {
  await press(page, name);
  await page.locator("dialog[open]").getByRole("button", { name: yes, exact: true }).click();
}

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

  async function openUpdateForm(): Promise<void> {
    await coordinator.goto(`/${locale}/workspace`);
    await coordinator.getByRole("link", { name: new RegExp(t("reporting.desk.open")) }).first().click();
    await coordinator.waitForURL("**/workspace/periods/*");
    await expectAccessible(coordinator);
    await coordinator.locator(`a[aria-label*=": 5.2 "]`).click();
    await coordinator.locator('input[name="progress"][value="in_progress"]').waitFor();
    await expectAccessible(coordinator);
  }

  test("the coordinator of the city hall reports on milestone 5.2 with evidence", async () => {
    coordinator = await openBrowser();
    await signIn(coordinator, "coordinator", { hint: "zugdidi", locale });
    await picture(coordinator, `desk-coordinator-${locale}`);
    await openUpdateForm();
    await coordinator.locator('input[name="progress"][value="in_progress"]').check();
    await coordinator.locator(`textarea[name="result.${locale}"]`).fill(said[locale].result);
    await coordinator.locator(`textarea[name="reasons.${locale}"]`).fill(said[locale].reasons);
    await coordinator.locator('input[type="file"]').setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: proof });
    await coordinator.getByText("trial.csv").first().waitFor();
    await picture(coordinator, `update-form-${locale}`);
    await press(coordinator, t("reporting.form.submit"));
    await coordinator.getByText(t("reporting.work.sent")).waitFor();
    await picture(coordinator, `period-sent-${locale}`);
  });

  test("the Secretariat returns it with a note", async () => {
    secretariat = await openBrowser();
    await signIn(secretariat, "secretariat", { locale });
    await picture(secretariat, `desk-secretariat-${locale}`);
    await visit(secretariat, `/${locale}/workspace/review`);
    await secretariat.locator('main a[href*="/workspace/review/"]').first().click();
    await secretariat.getByText(said[locale].result).waitFor();
    await expectAccessible(secretariat);
    await picture(secretariat, `review-${locale}`);
    await secretariat.locator('textarea[name="note"]').fill(said[locale].note);
    await press(secretariat, t("reporting.review.return"));
    await secretariat.getByText(t("reporting.review.done.returned")).waitFor();
  });
});
