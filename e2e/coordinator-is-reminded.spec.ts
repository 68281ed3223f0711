import { beforeAll, describe, expect, test } from "vitest";
import { demoAccount, desktop, linkIn, locales, mailTo, openBrowser, picture, setClock, signIn, visit, type Locale } from "#e2e/fixtures.ts";
import { importUnreportedPlan } from "#e2e/unreported-plan.ts";
import { words } from "#e2e/words.ts";

const hint = "zugdidi";
const plan = "reminded";

describe("a week before the period closes the coordinator is reminded", () => {
  beforeAll(() => importUnreportedPlan(plan, { dueOn: "2031-01-31" }));

  test("one mail says what is missing, leads to the period, and brings the day for the calendar", async () => {
    await setClock("2031-01-24T08:05:00+04:00");
    const { email } = demoAccount("coordinator", hint);
    const mail = await mailTo(email, ({ attachments, text }) => attachments.length === 1 && text?.includes(`(${plan})`) === true);
    expect(mail.subject).toContain(mail.text?.startsWith("Hello") ? "7 days left" : "დარჩა 7 დღე");
    const [calendar] = mail.attachments;
    expect(calendar?.mimeType).toBe("text/calendar");
    expect(new TextDecoder().decode(calendar?.content as ArrayBuffer)).toContain("DTSTART;VALUE=DATE:20310131");
    const person = await openBrowser();
    await signIn(person, "coordinator", { hint });
    const text = mail.text?.slice(mail.text.indexOf(`(${plan})`)) ?? "";
    const response = await person.goto(linkIn({ ...mail, text }, "/workspace/periods/"));
    expect(response?.status()).toBe(200);
    await person.getByText(`(${plan})`).first().waitFor();
    await visit(person, "/en/workspace/account");
    await person.getByText(/24\s+January 2031/).waitFor();
  });

  test.each(locales)("the administrator sees that it left, and not what it says (%s)", async (locale: Locale) => {
    const person = await openBrowser({ viewport: desktop });
    const t = words(locale);
    await signIn(person, "administrator", { locale });
    await visit(person, `/${locale}/workspace/administration`);
    await person.getByRole("link", { name: t("outbox.title"), exact: true }).click();
    await person.waitForURL("**/administration/mail");
    await person.locator("main li").filter({ hasText: demoAccount("coordinator", hint).email }).filter({ hasText: t("outbox.kind.reminder.digest") }).first().waitFor();
    expect(await person.locator("main").textContent()).not.toContain("/workspace/periods/");
    await visit(person, `/${locale}/workspace/administration/mail?status=failed`);
    await picture(person, `mail-${locale}`);
  });
});
