import { beforeEach, describe, expect, it } from "vitest";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { acceptUpdate, saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import { countSegments } from "#lib/messages/sms/rules.ts";
import { confirmBySms, followBySms } from "#lib/followers/sms-follows/commands.ts";
import { codeFormSchema, smsFollowSchema } from "#lib/followers/sms-follows/schema.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { testSmsGateway } from "#prisma/sms-delivery.ts";
import { textNews } from "./commands.ts";
import { findByShortCode, getLatestNews } from "./queries.ts";
import { newsText } from "./rules.ts";

const asked = new Date("2020-05-25T08:00:00Z");
/** A Monday. */
const opened = new Date("2020-06-01T08:00:00Z");
const later = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);
const number = "+995555123456";
const { taken, deliver, answer } = testSmsGateway();
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let count = 0;

beforeEach(async () => {
  await ensureLists(asked);
  set = await createReportedPlan();
  await db().sms.deleteMany();
  await db().follower.deleteMany();
  await db().$executeRaw`DELETE FROM "RateLimit"`;
});

/** Follows the plan, confirmed by the code. */
async function follow(frequency: string, locale = "ka"): Promise<void> {
  const visitor = { address: `texter-${++count}` };
  const handle = await followBySms(visitor, smsFollowSchema.parse({ kind: "plan", target: set.plan.slug, phone: number, locale, frequency }), asked);
  await deliver(asked);
  await confirmBySms(visitor, codeFormSchema.parse({ asked: handle, code: /\d{6}/.exec(taken.at(-1)?.text ?? "")?.[0] }), asked);
  taken.length = 0;
}

/** The agency reports on a milestone, and the Secretariat accepts it. */
async function report(at: Date, changes: Parameters<typeof set.typed>[0] = {}): Promise<void> {
  const actor = changes.subject?.milestoneId === set.foreign.id ? set.actorAs("coordinator", set.other.id) : set.coordinator;
  const update = await saveAndSubmitUpdate(actor, set.typed({ reasons: { en: "It took longer" }, ...changes }), at);
  await acceptUpdate(set.reviewer, { updateId: update.id, version: update.version }, at);
}

const onForeign = () => ({ subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id }, result: { en: "Leaflets were printed" } });

async function told(frequency: "at_once" | "weekly" | "monthly", at: Date): Promise<string[]> {
  taken.length = 0;
  await textNews(frequency, at);
  await deliver(at);
  return taken.map(({ text }) => text);
}

const shortCodeIn = (text = "") => /\/f\/([0-9a-f]{16})\b/.exec(text)?.[1] ?? "";

describe("a telephone is told", () => {
  it("of what is new in one short message, once it is quiet, with a short address and how to end it", async () => {
    await follow("at_once");
    await report(opened);
    expect(await told("at_once", later(5))).toEqual([]);
    const [text, ...others] = await told("at_once", later(11));
    expect(others).toEqual([]);
    expect(countSegments(text ?? "")).toBeLessThanOrEqual(2);
    expect(text).toMatch(/ნახვა ან გაუქმება: http:\/\/127\.0\.0\.1:\d+\/f\/[0-9a-f]{16} ან პასუხად STOP$/);
    expect(await told("at_once", later(30))).toEqual([]);
    const found = await findByShortCode(shortCodeIn(text));
    expect((await getLatestNews(found?.token ?? "", later(30)))?.entries).toMatchObject([{ kind: "updates" }]);
  });

  it("of several things in one message, and weekly of the week", async () => {
    await follow("weekly", "en");
    await report(new Date("2020-05-27T08:00:00Z"));
    await report(new Date("2020-05-28T08:00:00Z"), onForeign());
    expect(await told("at_once", later(60))).toEqual([]);
    const [text] = await told("weekly", later(60));
    expect(text).toMatch(/^News of the week \(2\): .*Read or end: /);
    expect(countSegments(text ?? "")).toBeLessThanOrEqual(2);
    expect(await told("weekly", later(120))).toEqual([]);
  });

  it("how to end it by the address alone where the sender cannot be answered, and of nothing once it has said STOP", async () => {
    await follow("at_once");
    process.env.SMS_FROM = "OGP Georgia";
    await report(opened);
    const [text] = await told("at_once", later(11));
    process.env.SMS_FROM = "2012";
    expect(text).toMatch(/\/f\/[0-9a-f]{16}$/);
    await answer(number, "STOP");
    await report(later(20), onForeign());
    expect(await told("at_once", later(60))).toEqual([]);
    expect(await findByShortCode(shortCodeIn(text))).toBeNull();
  });

  it("of nothing where there is no gateway any more", async () => {
    await follow("at_once");
    await report(opened);
    const url = process.env.SMS_URL;
    delete process.env.SMS_URL;
    expect(await textNews("at_once", later(11))).toBe(0);
    process.env.SMS_URL = url;
  });
});

it.each(["ა".repeat(300), "a".repeat(500), "„ციტატა“ 🙂 ".repeat(30), "short"])("a text keeps its end, whatever it begins with: %s", (head) => {
  const tail = "ნახვა ან გაუქმება: https://commitments.example.org/f/0123456789abcdef ან პასუხად STOP";
  const text = newsText(head, tail);
  expect(text.endsWith(tail)).toBe(true);
  expect(countSegments(text)).toBeLessThanOrEqual(2);
  expect(text.startsWith(head.slice(0, 5))).toBe(true);
});
