import { describe, test } from "vitest";
import type { Page } from "playwright-core";
import { demoAccount, desktop, expectAccessible, expectNoSidewaysScroll, linkIn, mailTo, openBrowser, phone, picture, readUntil, signIn, visit } from "#e2e/fixtures.ts";
import { words } from "#e2e/words.ts";

describe("the Secretariat records a meeting of the forum, and what it asks is answered and done", () => {
  const t = words("en");
  const title = "The forum looks at the portal";
  const asked = "Publish the portal's budget every quarter.";
  const address = "/en/process/2020-02-03-forum-meeting";
  const agency = "Zugdidi Municipality City Hall";

  const add = (person: Page, list: string) => person.getByRole("button", { name: t(`process.lines.${list}.add`), exact: true }).click();
  const field = (person: Page, name: string) => person.locator(`[name="${name}"]`);
  const choose = async (person: Page, name: string, organisation: string) => {
    await person.locator(`[id="${name}"]`).fill(organisation.slice(0, 7));
    await person.getByRole("option", { name: organisation, exact: true }).click();
  };
  const confirm = async (person: Page, button: string, yes: string) => {
    await person.getByRole("button", { name: button, exact: true }).click();
    await person.locator("dialog[open]").getByRole("button", { name: yes, exact: true }).click();
  };

  test("who came, what was decided, what is asked of whom: first as a draft, then for everybody", async () => {
    const person = await openBrowser({ viewport: desktop });
    await signIn(person, "secretariat", { hint: "secretariat@" });
    await visit(person, "/en/workspace/process");
    await person.getByRole("link", { name: t("process.list.new"), exact: true }).click();
    await person.waitForURL("**/process/events/new");
    await expectAccessible(person);
    await person.getByRole("button", { name: t("process.event.saveDraft"), exact: true }).click();
    await person.getByRole("link", { name: `${t("process.fields.kind")}: ${t("errors.choiceRequired")}` }).click();
    await field(person, "secretariatId").selectOption({ label: "OGP Georgia Secretariat" });
    await field(person, "kind").selectOption("forum_meeting");
    await field(person, "title.en").fill(title);
    await field(person, "startsOn").fill("2020-02-03");
    await field(person, "minutes.en").fill("The portal was shown.");
    await add(person, "attendance");
    await choose(person, "attendance.0.organisationId", agency);
    await field(person, "attendance.0.sector").selectOption("government");
    await field(person, "attendance.0.people").fill("3");
    await add(person, "decisions");
    await field(person, "decisions.0.text.en").fill("The portal stays open.");
    await person.getByRole("button", { name: t("process.event.saveDraft"), exact: true }).click();
    await person.getByText(t("process.event.savedDraft")).waitFor();
    await add(person, "recommendations");
    await field(person, "recommendations.0.text.en").fill(asked);
    await choose(person, "recommendations.0.addresseeId", agency);
    await field(person, "recommendations.0.dueOn").fill("2020-06");
    await picture(person, "event-form");
    await confirm(person, t("process.event.publish"), t("process.event.publishYes"));
    await person.getByText(t("process.event.published")).waitFor();
    await expectAccessible(person);
    await person.setViewportSize(phone);
    await expectNoSidewaysScroll(person);
  });

  test("the addressee's coordinator is told, answers once, and shows that it is fulfilled", async () => {
    const mail = await mailTo(demoAccount("coordinator", "zugdidi").email, ({ text }) => text?.includes(asked) ?? false);
    const person = await openBrowser();
    await signIn(person, "coordinator", { hint: "zugdidi" });
    await person.getByRole("link", { name: asked }).waitFor();
    await visit(person, new URL(linkIn(mail, "/workspace/process/recommendations/")).pathname.replace("/ka/", "/en/"));
    await picture(person, "recommendation");
    await person.getByRole("radio", { name: t("status.disposition.accepted"), exact: true }).check();
    await field(person, "text.en").fill("We publish it from April on.");
    await confirm(person, t("process.respond.send"), t("process.respond.yes"));
    await person.getByRole("heading", { name: t("process.fulfil.title") }).waitFor();
    await expectAccessible(person);
    await field(person, "fulfilledOn").fill("2020-05-04");
    await field(person, "text.en").fill("The budget of the first quarter is on the portal.");
    await confirm(person, t("process.fulfil.send"), t("process.fulfil.yes"));
    await person.getByText(t("errors.proofRequired")).first().waitFor();
    await person.getByText(t("evidence.addLink")).first().click();
    await field(person, "linkUrl").fill("https://zugdidi.example.ge/budget");
    await person.getByRole("button", { name: t("evidence.add"), exact: true }).click();
    await person.getByRole("link", { name: "https://zugdidi.example.ge/budget" }).waitFor();
    await confirm(person, t("process.fulfil.send"), t("process.fulfil.yes"));
    await person.getByRole("heading", { name: t("process.recommendation.fulfilled") }).waitFor();
    await expectAccessible(person);
  });

  test("a resident reads the meeting, the response and its proof", async () => {
    const reader = await openBrowser();
    await readUntil(reader, address, title, asked, "We publish it from April on.", "https://zugdidi.example.ge/budget");
    await picture(reader, "public-meeting");
  });
});
