import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "#lib/record/localized/schema.ts";
import { dayAfter } from "#lib/boards/missing-reports/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { mailsGoTo } from "#lib/platform/testing/mail-server.ts";
import { actorAs, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { remindNow, sendDigests } from "./commands.ts";
import { getLastDigest, listFailedReminders } from "./queries.ts";

/** A real mail server; what it took, parsed, with the day on which it was sent. */
const received: { day: string; to: string; subject: string; text: string; calendar: string | null }[] = [];
let day = "";
let refusing = false;
mailsGoTo(async ({ to, raw }) => {
  if (refusing) throw new Error("no such mailbox");
  const { subject = "", text = "", attachments } = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
  const [file] = attachments;
  received.push({ day, to: to.join(), subject, text: text.replaceAll("\u00a0", " "), calendar: file ? String(file.content).replaceAll(/\r?\n /g, "") : null });
});

let count = 0;
async function person(name: string, locale: Locale, ...roles: [role: string, organisationId: string][]) {
  return db().account.create({ data: { name, email: `${name.toLowerCase()}-${++count}@example.ge`, locale, memberships: { create: roles.map(([role, organisationId]) => ({ role, organisationId })) } } });
}

const morningOf = (of: string) => new Date(`${of}T08:05:00+04:00`);

/** The days from one to another as the server lives through them: it looks twice at once, in the morning and again at noon. */
async function live(from: string, to: string, events: Record<string, () => Promise<unknown>> = {}): Promise<void> {
  for (day = from; day <= to; day = dayAfter(day, 1)) {
    await events[day]?.();
    const morning = morningOf(day);
    await Promise.all([sendDigests(morning), sendDigests(morning)]);
    const noon = new Date(morning.getTime() + 4 * 3_600_000);
    await sendDigests(noon);
    await Promise.all([deliverQueuedMail(noon), deliverQueuedMail(noon)]);
  }
}

const to = ({ email }: { email: string }) => received.filter((mail) => mail.to === email);
const daysOf = (of: { email: string }) => to(of).map((mail) => mail.day);

/** Two plans with an agency each; both report until 30 June 2024, the second until 15 July. */
async function aWorld() {
  const [first, second] = [await anOpenPlan(), await anOpenPlan()];
  await db().reportingPeriod.update({ where: { id: second.period.id }, data: { dueOn: "2024-07-15", version: { increment: 1 } } });
  return {
    first, second,
    nino: await person("Nino", "ka", ["coordinator", first.agency.id], ["coordinator", second.agency.id]),
    eka: await person("Eka", "en", ["coordinator", first.agency.id]),
    gia: await person("Gia", "en", ["coordinator", second.agency.id], ["secretariat", first.secretariat.id]),
    mari: await person("Mari", "ka", ["secretariat", first.secretariat.id]),
    vano: await db().account.update({ where: { id: (await person("Vano", "ka", ["coordinator", first.agency.id])).id }, data: { disabledAt: new Date("2024-01-01") } }),
  };
}
type World = Awaited<ReturnType<typeof aWorld>>;

/** The reports on these subjects are in. */
async function report({ agency, commitment, period }: World["first"], milestones: (string | null)[], status: string) {
  for (const milestoneId of milestones) {
    const at = morningOf("2024-06-01");
    await db().progressUpdate.create({ data: { periodId: period.id, commitmentId: commitment.id, milestoneId, organisationId: agency.id, status, progress: "in_progress", createdAt: at, savedAt: at, submittedAt: at } });
  }
}

let world: World;
beforeEach(async () => {
  received.length = 0;
  refusing = false;
  await db().digest.deleteMany();
  await db().mail.deleteMany();
  await db().membership.deleteMany();
  await db().reportingPeriod.updateMany({ data: { status: "closed" } });
  world = await aWorld();
});

// Hundreds of looks, each at everything: a machine that is busy otherwise takes its time.
describe("over three months", { timeout: 240_000 }, () => {
  it("each person gets one digest on each day that a period of theirs asks for one, and on no other", async () => {
    await live("2024-05-15", "2024-08-14");
    const ofFirst = ["2024-05-31", "2024-06-23", "2024-06-30", "2024-07-07", "2024-07-14", "2024-07-21", "2024-07-28", "2024-08-04", "2024-08-11"];
    const ofSecond = ["2024-06-15", "2024-07-08", "2024-07-15", "2024-07-22", "2024-07-29", "2024-08-05", "2024-08-12"];
    const mondays = Array.from({ length: 13 }, (_, week) => dayAfter("2024-05-20", 7 * week));
    expect(daysOf(world.eka)).toEqual(ofFirst);
    expect(daysOf(world.nino)).toEqual([...ofFirst, ...ofSecond].sort());
    expect(daysOf(world.mari)).toEqual(["2024-05-15", ...mondays]);
    expect(new Set(daysOf(world.gia)).size).toBe(daysOf(world.gia).length);
    expect(daysOf(world.gia)).toEqual([...new Set(["2024-05-15", ...mondays, ...ofSecond])].sort());
    expect(to(world.vano)).toEqual([]);
    expect(await getLastDigest(world.eka.id)).toEqual(morningOf("2024-08-11"));
  });

  it("nothing comes after everything was sent, and only what is missing is told", async () => {
    const { first, second, nino, eka, mari } = world;
    await live("2024-05-28", "2024-08-14", {
      "2024-06-10": () => report(first, [first.milestone.id], "submitted"),
      "2024-06-24": () => report(first, [first.other.id], "accepted"),
      "2024-07-02": () => report(first, [null], "submitted"),
      "2024-07-09": () => report(second, [second.milestone.id, second.other.id, null], "accepted"),
    });
    expect(daysOf(eka)).toEqual(["2024-05-31", "2024-06-23", "2024-06-30"]);
    expect(to(eka).map(({ text }) => ["1.1", "1.2", "1"].filter((number) => text.includes(`\n${number}. `)))).toEqual([["1.1", "1.2", "1"], ["1.2", "1"], ["1"]]);
    expect(daysOf(nino)).toEqual(["2024-05-31", "2024-06-15", "2024-06-23", "2024-06-30", "2024-07-08"]);
    const last = to(mari).at(-1);
    expect(last?.day).toBe("2024-08-12");
    expect(last?.text).toContain("განსახილველია:");
    expect(last?.text).not.toContain("ანგარიში სრულად არ გამოუგზავნიათ");
  });

  it("nothing is asked of what an amendment took out, or once the period is closed, except of whom it was reopened for", async () => {
    const { first, eka, nino } = world;
    await db().$transaction([db().$executeRaw`SET LOCAL session_replication_role = replica`, db().$executeRaw`UPDATE "Milestone" SET "removedAt" = now() WHERE "id" = ${first.other.id}::uuid`]);
    await live("2024-06-20", "2024-07-25", {
      "2024-07-01": () => db().reportingPeriod.update({ where: { id: first.period.id }, data: { status: "closed" } }),
      "2024-07-10": () => db().periodExtension.create({ data: { periodId: first.period.id, organisationId: first.agency.id, until: "2024-07-19", createdAt: morningOf("2024-07-10"), actorName: "Mari" } }),
    });
    expect(daysOf(eka)).toEqual(["2024-06-23", "2024-06-30", "2024-07-12", "2024-07-14", "2024-07-19"]);
    expect(to(eka)[0]?.text).not.toContain("1.2");
    expect(to(eka).at(-1)?.text).toContain("Last day to report: 19 July 2024, today");
    expect(daysOf(nino)).toContain("2024-07-19");
  });
});

describe("a digest", () => {
  it("is one for all organisations, plans and periods of a person, in their language, with links and what was returned", async () => {
    const { first, second, nino } = world;
    await report(first, [first.milestone.id], "returned");
    const update = await db().progressUpdate.findFirstOrThrow({ where: { periodId: first.period.id } });
    await db().updateReview.create({ data: { updateId: update.id, decision: "returned", note: "დაურთეთ ოქმი", at: morningOf("2024-06-20"), actorName: "Mari" } });
    await live("2024-06-23", "2024-06-23");
    const [mail] = to(nino);
    expect(to(nino)).toHaveLength(1);
    expect(mail?.subject).toBe("ანგარიშის წარდგენამდე დარჩა 7 დღე: გასაგზავნია 6");
    expect(mail?.text).toContain("მოგესალმებით, Nino!");
    expect(mail?.text).toContain("1.1. ეტაპი\n   სამდივნომ დააბრუნა; ვადა მითითებული არ არის\n   შენიშვნა: დაურთეთ ოქმი");
    expect(mail?.text).toContain("1. ვალდებულება (ვალდებულება მთლიანად)\n   შესავსებია; ვადა: მარტი 2024 – დეკემბერი 2025");
    for (const { period } of [first, second]) expect(mail?.text).toContain(`http://localhost:3000/ka/workspace/periods/${period.id}`);
    expect(mail?.text).toContain("30 ივნისი 2024, დარჩა 7 დღე");
    expect(mail?.text).toContain("15 ივლისი 2024, დარჩა 22 დღე");
    expect(mail?.text).not.toMatch(/\b(Hello|Report here|period)\b(?!s\/)/);
  });

  it("is in English for who reads English, as dates are written there", async () => {
    await live("2024-06-30", "2024-06-30");
    const [mail] = to(world.eka);
    expect(mail?.subject).toBe("Last day to report: 3 not sent yet");
    expect(mail?.text).toContain("Hello Eka,");
    expect(mail?.text).toContain("Last day to report: 30 June 2024, today");
    expect(mail?.text).toContain(`http://localhost:3000/en/workspace/periods/${world.first.period.id}`);
    expect(mail?.text).toContain("you coordinate reporting for");
  });

  it("brings a calendar file whose days a later one replaces", async () => {
    const { second, nino } = world;
    await live("2024-06-23", "2024-06-30", {
      "2024-06-25": () => db().reportingPeriod.update({ where: { id: second.period.id }, data: { dueOn: "2024-07-20", version: { increment: 1 } } }),
    });
    const events = to(nino).map(({ calendar }) => (calendar ?? "").split("BEGIN:VEVENT").slice(1).map((event) => Object.fromEntries(event.trim().split(/\r?\n/).map((line) => line.split(/[:;](.*)/s)))));
    expect(events.map((all) => all.map(({ DTSTART, DTEND }) => [DTSTART, DTEND]))).toEqual([
      [["VALUE=DATE:20240630", "VALUE=DATE:20240701"], ["VALUE=DATE:20240715", "VALUE=DATE:20240716"]],
      [["VALUE=DATE:20240630", "VALUE=DATE:20240701"], ["VALUE=DATE:20240720", "VALUE=DATE:20240721"]],
    ]);
    expect(events[0]?.map(({ UID }) => UID)).toEqual(events[1]?.map(({ UID }) => UID));
    expect(Number(events[1]?.[1]?.SEQUENCE)).toBeGreaterThan(Number(events[0]?.[1]?.SEQUENCE));
    expect(events[0]?.[0]?.SUMMARY).toContain("ანგარიშის წარდგენის ბოლო დღე");
  });

  it("tells the Secretariat what waits for review and who is missing, of its own plans alone", async () => {
    const { first, second, mari } = world;
    await report(first, [first.milestone.id], "submitted");
    await report(second, [second.milestone.id], "submitted");
    await live("2024-06-24", "2024-06-24");
    const [mail] = to(mari);
    expect(mail?.subject).toBe("თქვენი კვირა: განსახილველია 1, ანგარიში გამოსაგზავნი აქვს 1 უწყებას");
    expect(mail?.text).toContain("გამოსაგზავნია 2");
    expect(mail?.text).toContain("http://localhost:3000/ka/workspace/review");
    expect(mail?.text).not.toContain(second.period.id);
    expect(mail?.calendar).toBeNull();
  });
});

describe("a reminder that the Secretariat asks for", () => {
  const now = morningOf("2024-06-12");
  const input = () => ({ periodId: world.first.period.id, organisationId: world.first.agency.id });

  it("goes out at once, says who asked, and reaches nobody twice a day", async () => {
    const { first, eka, nino } = world;
    expect((await remindNow(first.reviewer, input(), now)).reminded.map(({ name }) => name)).toEqual(["Eka", "Nino"]);
    await Promise.all([deliverQueuedMail(now), sendDigests(now)]);
    expect([to(eka).length, to(nino).length]).toEqual([1, 1]);
    expect(to(eka)[0]?.text).toContain(`${first.reviewer.name} asks you to report.`);
    expect(await remindNow(first.reviewer, input(), now)).toMatchObject({ reminded: [], alreadyToday: [{ email: eka.email }, { email: nino.email }] });
    expect(await db().auditEvent.findFirst({ where: { action: "period.reminded", entityId: first.period.id }, orderBy: { id: "asc" } })).toMatchObject({ actorName: first.reviewer.name, after: { reminded: 2, alreadyToday: 0 } });
  });

  it("is sent once when it is asked for twice at once", async () => {
    const outcomes = await Promise.all([remindNow(world.first.reviewer, input(), now), remindNow(world.first.reviewer, input(), now)]);
    expect(outcomes.reduce((sum, { reminded }) => sum + reminded.length, 0)).toBe(2);
  });

  it("is refused to others, for an agency without a coordinator, without anything missing, and in a closed period", async () => {
    const { first, second } = world;
    await expect(remindNow(first.coordinator, input(), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(remindNow(second.reviewer, input(), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const nobody = await anOrganisation("nobody");
    await expect(remindNow(first.reviewer, { ...input(), organisationId: nobody.id }, now)).rejects.toMatchObject({ code: "NO_COORDINATOR" });
    await report(first, [first.milestone.id, first.other.id, null], "accepted");
    await expect(remindNow(first.reviewer, input(), now)).rejects.toMatchObject({ code: "NOTHING_MISSING" });
    await db().reportingPeriod.update({ where: { id: first.period.id }, data: { status: "closed" } });
    await expect(remindNow(first.reviewer, input(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    expect(await db().mail.count()).toBe(0);
  });
});

it("the Secretariat is told when a reminder did not arrive, until one does", async () => {
  const { first, second, eka } = world;
  const secretariat = actorAs("secretariat", first.secretariat.id);
  const now = morningOf("2024-06-30");
  refusing = true;
  await sendDigests(now);
  await deliverQueuedMail(now);
  expect(await listFailedReminders(secretariat, now)).toEqual([]);
  await db().mail.updateMany({ where: { recipient: eka.email }, data: { status: "failed" } });
  expect(await listFailedReminders(secretariat, now)).toMatchObject([{ name: "Eka", at: now }]);
  expect(await listFailedReminders(actorAs("secretariat", second.secretariat.id), now)).toEqual([]);
  expect(await listFailedReminders(first.coordinator, now)).toEqual([]);
  refusing = false;
  await live("2024-07-07", "2024-07-07");
  expect(await listFailedReminders(secretariat, morningOf("2024-07-08"))).toEqual([]);
});
