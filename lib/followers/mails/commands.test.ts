import { beforeEach, describe, expect, it } from "vitest";
import { feedSentences, listFeed } from "#lib/news/feeds/queries.ts";
import { confirmFollow, followByMail } from "#lib/followers/commands.ts";
import { allToken, endToken } from "#lib/followers/queries.ts";
import { followersAtOnce } from "#lib/followers/news/rules.ts";
import { consentVersion, followSchema } from "#lib/followers/schema.ts";
import { changeFrequency, endAll, endFollow } from "#lib/followers/followings/commands.ts";
import { getFollowings } from "#lib/followers/followings/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { addMonths, dayOf } from "#lib/record/terms/rules.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { saveSection } from "#lib/reports/sections/commands.ts";
import { acceptUpdate, saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import { correctReport, createReport, finaliseReport, publishReportForConsultation } from "#lib/reports/commands.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { mailNews } from "./commands.ts";

const day = 24 * 60;
/** A Monday, another for each test: what an earlier one published is no news of a later one. */
let opened = new Date("2020-05-04T08:00:00Z");
let asked = opened;
let ended = opened;
const later = (minutes: number, than = opened) => new Date(than.getTime() + minutes * 60_000);
const { received } = testMailServer();
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let count = 0;

beforeEach(async () => {
  opened = later(28 * day);
  [asked, ended] = [later(-60), later(15 * day)];
  await ensureLists(asked);
  set = await createReportedPlan();
  await db().mail.deleteMany();
  await db().follower.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

interface Wish {
  email: string;
  kind?: string;
  target?: string;
  frequency?: string;
  locale?: string;
}

/** Follows the plan, or what is said, confirmed; gives the token that ends everything. */
async function follower({ email, kind = "plan", target = set.plan.slug, frequency = "at_once", locale = "en" }: Wish, at: Date = asked): Promise<string> {
  await followByMail({ address: `teller-${++count}` }, followSchema.parse({ kind, target, email, locale, frequency }), at);
  await deliverQueuedMail(at);
  await confirmFollow(/confirm\?token=([\w-]{43})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "", at);
  received.length = 0;
  return allToken(email);
}

/** The agency reports on a milestone, and the Secretariat accepts it. */
async function report(at: Date, changes: Parameters<typeof set.typed>[0] = {}): Promise<void> {
  const actor = changes.subject?.milestoneId === set.foreign.id ? set.actorAs("coordinator", set.other.id) : set.coordinator;
  const update = await saveAndSubmitUpdate(actor, set.typed({ reasons: { en: "It took longer" }, ...changes }), at);
  await acceptUpdate(set.reviewer, { updateId: update.id, version: update.version }, at);
}

const onForeign = () => ({ subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id }, result: { en: "Leaflets were printed" } });

async function told(frequency: "at_once" | "weekly" | "monthly", at: Date): Promise<number> {
  received.length = 0;
  const people = await mailNews(frequency, at);
  await deliverQueuedMail(at);
  expect(received).toHaveLength(people);
  return people;
}

const mailTo = (email: string) => received.find(({ to }) => to?.[0]?.address === email) ?? expect.unreachable();
const header = (email: string, key: string) => mailTo(email).headers.find((one) => one.key === key)?.value;
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined, en: richTextOf(text) ?? undefined });

async function consulted() {
  const draft = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
  await saveSection(set.reviewer, { reportId: draft.id, key: "introduction", version: null, heading: {}, body: rich("Introduction") }, opened);
  const { reportVersion } = await saveSection(set.reviewer, { reportId: draft.id, key: "summary", version: null, heading: {}, body: rich("Summary") }, opened);
  return publishReportForConsultation(set.reviewer, { reportId: draft.id, version: reportVersion }, opened);
}

describe("who is told at once", () => {
  it("is told of the consultation, the final report and its correction, each in their language, with the way out", async () => {
    await follower({ email: "nino@example.ge", locale: "ka" });
    await follower({ email: "john@example.org" });
    const draft = await consulted();
    expect(await told("at_once", later(9))).toBe(0);
    expect(await told("at_once", later(11))).toBe(2);
    expect(mailTo("nino@example.ge").subject).toContain("საჯარო განხილვა");
    const mail = mailTo("john@example.org");
    expect(mail.subject).toMatch(/^Consultation on a report: Self-assessment report: 2019, annual .*15\sJune\s2020$/);
    expect(mail.text).toContain(`/en/reports/${draft.slug}/versions/1`);
    expect(mail.text).toContain("You get this mail because you confirmed that you follow, at once:\n– Plan: Plan");
    const end = endToken("john@example.org", { kind: "plan", targetId: set.plan.id });
    expect(mail.text).toContain(`/en/followers/end?token=${end}`);
    expect(mail.text).toContain(`/en/followers/all?token=${allToken("john@example.org")}`);
    expect(header("john@example.org", "list-unsubscribe")).toMatch(new RegExp(`^<https?://[^>]+/api/followers/one-click\\?token=${end}>$`));
    expect(header("john@example.org", "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(JSON.stringify(mail)).not.toContain("nino@");
    const final = await finaliseReport(set.reviewer, { reportId: draft.id, version: draft.version }, ended);
    await correctReport(set.reviewer, { reportId: draft.id, version: final.version, reason: { ka: undefined, en: "A wrong date" } }, later(5, ended));
    expect(await told("at_once", later(20, ended))).toBe(2);
    expect(mailTo("john@example.org").subject).toMatch(/^2 pieces of news: Plan$/);
    expect(mailTo("john@example.org").text).toMatch(/Report corrected: .*\n {2}A wrong date\n[^]*Report is final:/);
    expect(await told("at_once", later(60, ended))).toBe(0);
    expect(await db().mail.count({ where: { kind: "follow.at_once", OR: [{ body: { not: "" } }, { unsubscribeUrl: { not: null } }] } })).toBe(0);
  });

  it("gets one mail of what happens together, and one though several of theirs hold it", async () => {
    await follower({ email: "gia@example.ge" });
    for (const [kind, target] of [["commitment", `${set.plan.slug}/idea`], ["organisation", set.agency.slug], ["everything", "all"]] as const) await follower({ email: "gia@example.ge", kind, target });
    await follower({ email: "elsewhere@example.ge", kind: "organisation", target: (await createReportedPlan()).agency.slug });
    await report(opened);
    await report(later(4), onForeign());
    expect(await told("at_once", later(12))).toBe(0);
    expect(await told("at_once", later(15))).toBe(1);
    const mail = mailTo("gia@example.ge");
    expect(mail.subject).toBe("2 pieces of news: Plan");
    expect(mail.text?.match(/Agency’s update accepted/g)).toHaveLength(2);
    expect(mail.text).toContain("Plan\n5. შენი იდეა\n\n• ");
    expect(mail.text).toContain("Leaflets were printed");
    // The plan, which was followed first, holds all of it: it alone is named, and ended by one press.
    expect(header("gia@example.ge", "list-unsubscribe")).toContain(endToken("gia@example.ge", { kind: "plan", targetId: set.plan.id }));
  });

  it("is told of what several followings hold in one mail, which ends them all by one press", async () => {
    const token = await follower({ email: "eka@example.ge", kind: "organisation", target: set.agency.slug });
    await follower({ email: "eka@example.ge", kind: "organisation", target: set.other.slug });
    await follower({ email: "eka@example.ge", kind: "sdg", target: "4", frequency: "weekly" });
    await report(opened);
    await report(opened, onForeign());
    expect(await told("at_once", later(11))).toBe(1);
    expect(mailTo("eka@example.ge").text).toContain("– Organisation: agency\n– Organisation: other");
    expect(header("eka@example.ge", "list-unsubscribe")).toContain(`/api/followers/one-click?token=${token}&every=at_once>`);
    await endAll(token, "at_once", later(12));
    expect((await getFollowings(token))?.follows.map(({ followed }) => followed?.kind)).toEqual(["sdg"]);
  });

  it("is told once, whatever is tried again and by how many; not before they confirmed, nor after they ended it", async () => {
    await follower({ email: "once@example.ge" });
    await follower({ email: "late@example.ge" }, later(1));
    await followByMail({ address: "never" }, followSchema.parse({ kind: "plan", target: set.plan.slug, email: "unconfirmed@example.ge", locale: "ka" }), asked);
    await deliverQueuedMail(asked);
    received.length = 0;
    await report(opened);
    await Promise.all([1, 2, 3].map(() => mailNews("at_once", later(11))));
    await Promise.all([mailNews("at_once", later(12)), deliverQueuedMail(later(12))]);
    await deliverQueuedMail(later(12));
    expect(received.map(({ to }) => to?.[0]?.address)).toEqual(["once@example.ge"]);
    await report(later(20), onForeign());
    await mailNews("at_once", later(40));
    await endFollow(endToken("once@example.ge", { kind: "plan", targetId: set.plan.id }), later(41));
    received.length = 0;
    await deliverQueuedMail(later(42));
    expect(received.map(({ to }) => to?.[0]?.address)).toEqual(["late@example.ge"]);
  });

  it("is told in batches, so that none of hundreds is left out", async () => {
    const total = followersAtOnce + 3;
    const people = Array.from({ length: total }, (_, n) => `many-${n}@example.ge`);
    await db().follower.createMany({ data: people.map((address) => ({ address, createdAt: asked })) });
    const rows = await db().follower.findMany({ where: { address: { in: people } } });
    const target = { kind: "plan", targetId: set.plan.id };
    await db().follow.createMany({ data: rows.map(({ id, address }) => ({ followerId: id, ...target, locale: "en", createdAt: asked, confirmedAt: asked, toldUntil: asked, consentVersion, endTokenHash: hashToken(endToken(address, target)) })) });
    await report(opened);
    expect(await mailNews("at_once", later(11))).toBe(total);
    const mails = await db().mail.findMany({ where: { kind: "follow.at_once" }, select: { recipient: true } });
    expect([mails.length, new Set(mails.map(({ recipient }) => recipient)).size]).toEqual([total, total]);
  }, 60_000);

  it("can end it by the next mail after the installation's secret was renewed", async () => {
    await follower({ email: "renewed@example.ge" });
    await db().follow.updateMany({ where: { targetId: set.plan.id }, data: { endTokenHash: hashToken("made with another secret") } });
    await db().follower.updateMany({ data: { allTokenHash: null } });
    await report(opened);
    expect(await told("at_once", later(11))).toBe(1);
    expect(await getFollowings(/all\?token=([\w-]{43})/.exec(mailTo("renewed@example.ge").text ?? "")?.[1] ?? "")).not.toBeNull();
    await endFollow(/end\?token=([\w-]{43})/.exec(mailTo("renewed@example.ge").text ?? "")?.[1] ?? "", opened);
    expect(await db().follow.count({ where: { targetId: set.plan.id } })).toBe(0);
  });
});

describe("who is told weekly or monthly", () => {
  const nextMonday = () => later(7 * day - 180);
  const nextMonth = (than: Date) => new Date(`${addMonths(`${dayOf(than).slice(0, 7)}-01`, 1)}T05:00:00Z`);

  it("gets on Monday at nine what the feed of the week says, by commitment, and nothing when nothing is new", async () => {
    const monday = nextMonday();
    await follower({ email: "tea@example.ge", kind: "commitment", target: `${set.plan.slug}/idea`, frequency: "weekly" }, opened);
    await follower({ email: "tea@example.ge", frequency: "weekly" }, opened);
    await report(later(60));
    await report(later(120), onForeign());
    expect([await told("at_once", later(300)), await told("weekly", later(-1, monday)), await told("monthly", monday)]).toEqual([0, 0, 0]);
    expect(await told("weekly", monday)).toBe(1);
    const mail = mailTo("tea@example.ge");
    const [entries, sentence] = [await listFeed({ plan: set.plan.slug }), await feedSentences("en")];
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(mail.text).toContain(sentence(entry));
    expect(mail.subject).toBe("News of the week: 5. შენი იდეა");
    expect(mail.text).toContain(`This was new from ${formatDate(opened, "en")} to ${formatDate(monday, "en")}.`);
    expect([await told("weekly", later(60, monday)), await told("weekly", later(7 * day, monday))]).toEqual([0, 0]);
  });

  it("is not told again of what was told at once; nor is anything lost when how often it comes is changed", async () => {
    const monday = nextMonday();
    const token = await follower({ email: "zaza@example.ge" }, opened);
    await follower({ email: "zaza@example.ge", kind: "organisation", target: set.agency.slug, frequency: "weekly" }, opened);
    await report(later(60));
    expect([await told("at_once", later(90)), await told("weekly", monday)]).toEqual([1, 0]);
    const plan = (await getFollowings(token))?.follows.find(({ followed }) => followed?.kind === "plan");
    await report(later(60, monday), onForeign());
    await changeFrequency(token, plan?.id ?? "", "monthly", later(61, monday));
    expect([await told("at_once", later(90, monday)), await told("weekly", later(7 * day, monday)), await told("monthly", nextMonth(monday))]).toEqual([0, 0, 1]);
    expect(mailTo("zaza@example.ge").text?.match(/update accepted/g)).toHaveLength(1);
    expect(mailTo("zaza@example.ge").subject).toBe("News of the month: Plan");
  });

  it("is told of what is coming up to the next one, also where nothing is new", async () => {
    await follower({ email: "dato@example.ge", kind: "organisation", target: set.agency.slug, frequency: "monthly", locale: "ka" }, new Date("2019-05-20T08:00:00Z"));
    await follower({ email: "nana@example.ge", frequency: "weekly" }, new Date("2019-06-13T08:00:00Z"));
    expect(await told("monthly", new Date("2019-06-01T06:00:00Z"))).toBe(1);
    expect(mailTo("dato@example.ge").subject).toBe("მომდევნო თვე: agency");
    expect(mailTo("dato@example.ge").text).toMatch(/• 30\sივნისი\s2019: ვადა: 5\.2 პორტალი/);
    expect([await told("weekly", new Date("2019-06-17T06:00:00Z")), await told("weekly", new Date("2019-06-24T06:00:00Z"))]).toEqual([0, 1]);
  });

  it("is not written to at an address that was stopped", async () => {
    await follower({ email: "stopped@example.ge" });
    await db().follower.updateMany({ where: { address: "stopped@example.ge" }, data: { stoppedAt: asked, stopReason: "no such user" } });
    await report(opened);
    expect(await told("at_once", later(11))).toBe(0);
  });
});
