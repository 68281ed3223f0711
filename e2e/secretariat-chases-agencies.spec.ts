import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { demoAccount, desktop, expectAccessible, expectNoSidewaysScroll, linkIn, mailTo, openBrowser, phone, picture, signIn, visit } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

describe("the Secretariat sees who has not reported, and acts on it", () => {
  const t = words("en");
  const plan = "chased";
  let board = "";

  beforeAll(() => importUnreportedPlan(plan, { dueOn: "2020-01-31" }));

  const row = (person: Page, agency: string) => person.locator("tr").filter({ hasText: agency });
  const signedIn = async (): Promise<Page> => {
    const person = await openBrowser({ viewport: desktop });
    await signIn(person, "secretariat", { hint: "secretariat@", locale: "en" });
    return person;
  };

  test("the board names every agency with the numbers of its reports, all overdue", async () => {
    const person = await signedIn();
    await visit(person, "/en/workspace/periods");
    await person.locator("section").filter({ hasText: `(${plan})` }).getByRole("link", { name: t("boards.link") }).first().click();
    await person.waitForURL("**/board");
    board = new URL(person.url()).pathname;
    await row(person, "Zugdidi Municipality City Hall").getByText("5.2", { exact: true }).waitFor();
    expect(await row(person, "Zugdidi Municipality City Hall").innerText()).toContain("overdue");
    await expectAccessible(person);
    await picture(person, "board");
    await person.setViewportSize(phone);
    await expectNoSidewaysScroll(person);
  });

  test("one press reminds an agency's coordinators and says whom; a second one the same day reminds nobody again", async () => {
    const person = await signedIn();
    await visit(person, board);
    const zugdidi = row(person, "Zugdidi Municipality City Hall");
    const remind = zugdidi.getByRole("button", { name: t("boards.remind.button") });
    await remind.click();
    // Other stories have the same coordinator: who got a digest today already gets no second one.
    await zugdidi.getByText(/Reminded:|Reminded today already:/).waitFor();
    await remind.click();
    await zugdidi.getByText(/^\s*Reminded today already:/).waitFor();
    const { email } = demoAccount("coordinator", "zugdidi");
    const mail = await mailTo(email, ({ attachments }) => attachments.length > 0);
    expect(mail.attachments[0]?.filename).toMatch(/\.ics$/);
    expect(linkIn(mail, "/workspace/periods/")).toContain("/workspace/periods/");
  });

  test("filtered by state, it shows those reports alone, and says so when there are none", async () => {
    const person = await signedIn();
    await visit(person, board);
    await person.getByLabel(t("boards.filter.state")).selectOption("accepted");
    await person.getByRole("button", { name: t("boards.filter.submit"), exact: true }).click();
    await person.getByText(t("boards.filter.nothing")).waitFor();
    await person.getByRole("link", { name: t("boards.filter.clear") }).click();
    await row(person, "Zugdidi Municipality City Hall").waitFor();
  });

  test("a closed period is reopened for one agency: its coordinator reports again, others do not", async () => {
    const person = await signedIn();
    await visit(person, "/en/workspace/periods");
    const period = person.locator("section").filter({ hasText: `(${plan})` });
    await period.getByRole("button", { name: new RegExp(`^${t("reporting.periods.step.close")}`) }).click();
    await person.locator("dialog[open]").getByRole("button", { name: t("reporting.periods.step.close"), exact: true }).click();
    await period.getByRole("button", { name: new RegExp(`^${t("reporting.periods.step.reopen")}`) }).waitFor();
    await visit(person, board);
    const zugdidi = row(person, "Zugdidi Municipality City Hall");
    await zugdidi.getByText(t("boards.extend.open")).click();
    await zugdidi.getByLabel(t("boards.extend.until")).fill("2020-02-15");
    await zugdidi.getByRole("button", { name: t("boards.extend.submit"), exact: true }).click();
    await zugdidi.getByText(t("errors.dayPast")).first().waitFor();
    await zugdidi.getByLabel(t("boards.extend.until")).fill("2099-02-15");
    await zugdidi.getByLabel(t("boards.extend.reason")).fill("The council decided late.");
    await zugdidi.getByRole("button", { name: t("boards.extend.submit"), exact: true }).click();
    await zugdidi.getByText(/Reopened until 15\sFebruary 2099/).waitFor();
    const { email } = demoAccount("coordinator", "zugdidi");
    const mail = await mailTo(email, ({ text }) => text?.includes("The council decided late.") ?? false);
    expect(linkIn(mail, "/workspace/periods/")).toContain(board.split("/")[4]);
    const [others] = [row(person, "Ministry").first()];
    expect(await others.getByRole("button", { name: t("boards.remind.button") }).count()).toBe(0);
    await expectAccessible(person);
  });
});
