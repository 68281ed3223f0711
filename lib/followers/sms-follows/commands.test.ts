import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findByShortCode, getLatestNews } from "#lib/followers/sms-news/queries.ts";
import { countSegments } from "#lib/messages/sms/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { aDraftPlan, anOpenPlan } from "#prisma/factories.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { testSmsGateway } from "#prisma/sms-delivery.ts";
import { confirmBySms, followBySms } from "./commands.ts";
import { codeFormSchema, smsFollowSchema } from "./schema.ts";

const now = new Date("2024-07-01T09:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const visitor = () => ({ address: randomUUID() });
const typed = (plan: string, phone: string, changes: Record<string, string> = {}) => smsFollowSchema.parse({ kind: "plan", target: plan, phone, locale: "ka", ...changes });
const answered = (asked: string, code: string) => codeFormSchema.parse({ asked, code });
const { taken, fates, deliver, answer } = testSmsGateway();

beforeEach(async () => {
  await db().sms.deleteMany();
  process.env.SMS_DAILY_CAP = "500";
});

let numbers = 0;
/** A number of its own for each test. */
const aNumber = () => `55500${String((numbers += 1)).padStart(4, "0")}`;

/** Asks, and reads the code on the telephone. */
async function ask(plan: string, phone: string, changes: Record<string, string> = {}, at = now) {
  const asked = await followBySms(visitor(), typed(plan, phone, changes), at);
  await deliver(at);
  return { asked, code: /\b\d{6}\b/.exec(taken.at(-1)?.text ?? "")?.[0] ?? "" };
}

async function follow(plan: string, phone: string, changes: Record<string, string> = {}) {
  const { asked, code } = await ask(plan, phone, changes);
  return confirmBySms(visitor(), answered(asked, code), now);
}

const follower = (phone: string) => db().follower.findUnique({ where: { channel_address: { channel: "sms", address: `+995${phone}` } }, include: { follows: true } });

describe("somebody who asks to be told by text message", () => {
  it("gets one short message with a code, and follows once it is typed; what they agreed to is kept", async () => {
    const { slug, plan } = await anOpenPlan();
    const phone = aNumber();
    const { asked, code } = await ask(slug, phone, { frequency: "weekly" });
    expect(taken).toMatchObject([{ to: `+995${phone}`, coding: "2" }]);
    expect(countSegments(taken[0]?.text ?? "")).toBe(1);
    expect(asked).not.toContain(phone);
    expect((await follower(phone))?.follows).toMatchObject([{ confirmedAt: null, confirmExpiresAt: minutes(15) }]);
    expect(JSON.stringify(await follower(phone))).not.toContain(code);
    expect(await confirmBySms(visitor(), answered(asked, ` ${code.slice(0, 3)} ${code.slice(3)} `), minutes(14))).toMatchObject({ kind: "plan", target: slug });
    expect((await follower(phone))?.follows).toMatchObject([{ targetId: plan.id, frequency: "weekly", confirmedAt: minutes(14), purpose: "news", consentVersion: "sms-2026-11", locale: "ka" }]);
    await expect(confirmBySms(visitor(), answered(asked, code), minutes(14))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect(await db().sms.findFirst()).toMatchObject({ status: "delivered", body: "" });
    expect(JSON.stringify(await db().auditEvent.findMany({ where: { entity: "follow", planId: plan.id } }), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(phone);
  });

  it("may be wrong five times, also when all are tried at once, and a quarter of an hour late never", async () => {
    const { slug } = await anOpenPlan();
    const { asked, code } = await ask(slug, aNumber());
    const wrong = code === "000000" ? "000001" : "000000";
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => confirmBySms(visitor(), answered(asked, wrong), now)));
    expect(tries.filter((one) => one.status === "rejected" && (one.reason as { code: string }).code === "CODE_WRONG")).toHaveLength(5);
    await expect(confirmBySms(visitor(), answered(asked, code), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const late = await ask(slug, aNumber());
    await expect(confirmBySms(visitor(), answered(late.asked, late.code), minutes(15))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    for (const made of ["", "v1.a.b.c", randomUUID()]) await expect(confirmBySms(visitor(), answered(made, code), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect(codeFormSchema.safeParse({ asked, code: "12345" }).error?.issues[0]?.message).toBe("codeDigits");
  });

  it("is answered and written to the same, known or not, and the newest code alone works", async () => {
    const { slug } = await anOpenPlan();
    const [known, unknown] = [aNumber(), aNumber()];
    await follow(slug, known);
    const first = await ask(slug, known);
    const again = await ask(slug, known);
    await ask(slug, unknown);
    expect(new Set(taken.map(({ text }) => text.replace(/\d{6}/, ""))).size).toBe(1);
    await expect(confirmBySms(visitor(), answered(first.asked, first.code === again.code ? "x12345".replace("x", "9") : first.code), now)).rejects.toMatchObject({ code: "CODE_WRONG" });
    await confirmBySms(visitor(), answered(again.asked, again.code), now);
    expect((await follower(known))?.follows).toHaveLength(1);
  });

  it("cannot have messages sent where it costs, to what is not public, by a program, or without end", async () => {
    const { slug } = await anOpenPlan();
    await expect(followBySms(visitor(), typed(slug, "+447700900123"), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { phone: "phoneNotServed" } });
    await expect(followBySms(visitor(), typed((await aDraftPlan()).slug, aNumber()), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const robot = await followBySms(visitor(), typed(slug, aNumber(), { website: "https://spam.example" }), now);
    await expect(confirmBySms(visitor(), answered(robot, "123456"), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    const flooded = aNumber();
    for (let n = 0; n < 3; n++) await followBySms(visitor(), typed(slug, flooded), now);
    await expect(followBySms(visitor(), typed(slug, flooded), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const one = visitor();
    for (let n = 0; n < 10; n++) await followBySms(one, typed(slug, aNumber()), now);
    await expect(followBySms(one, typed(slug, aNumber()), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    process.env.SMS_DAILY_CAP = "0";
    await expect(followBySms(visitor(), typed(slug, aNumber()), now)).rejects.toMatchObject({ code: "SMS_CAP_REACHED" });
    delete process.env.SMS_DAILY_CAP;
  });
});

describe("an answer from the telephone", () => {
  it.each(["STOP", "stop please", "„შეწყვეტა“", " შეწყვეტა ", "სტოპ"])("%s ends everything at once and leaves nothing of the number but what was charged", async (word) => {
    const [one, other] = [await anOpenPlan(), await anOpenPlan()];
    const phone = aNumber();
    await follow(one.slug, phone);
    await follow(other.slug, phone);
    expect(await answer(`+995${phone}`, word)).toBe(200);
    expect([await follower(phone), await db().sms.count({ where: { recipient: `+995${phone}` } }), await db().sms.count()]).toEqual([null, 0, 2]);
    expect(await answer(`+995${phone}`, word)).toBe(200);
  });

  it("with other words, from another number or with a wrong key ends nothing", async () => {
    const { slug } = await anOpenPlan();
    const phone = aNumber();
    await follow(slug, phone);
    await answer(`+995${phone}`, "გმადლობთ, stop არ მინდა");
    await answer("+995555999999", "STOP");
    expect((await fetch(`${process.env.PUBLIC_URL}/api/sms/incoming?key=${"x".repeat(43)}&from=%2B995${phone}&text=53544F50&charset=UTF-8`)).status).toBe(403);
    expect((await fetch(`${process.env.PUBLIC_URL}/api/sms/incoming?from=%2B995${phone}&text=53544F50&charset=UTF-8`)).status).toBe(400);
    expect((await follower(phone))?.follows).toHaveLength(1);
  });
});

describe("a number out of service", () => {
  it("gets no more, and is followed by nobody else's word", async () => {
    const { slug } = await anOpenPlan();
    const phone = aNumber();
    await follow(slug, phone);
    expect((await fetch(`${process.env.PUBLIC_URL}/api/sms/delivered?report=${"x".repeat(43)}&state=16&reply=NACK%2F0x0000000b`)).status).toBe(200);
    expect(await follower(phone)).toMatchObject({ stoppedAt: null });
    fates.set(`+995${phone}`, "unknown");
    await followBySms(visitor(), typed(slug, phone), now);
    await deliver(now);
    expect(await follower(phone)).toMatchObject({ stoppedAt: expect.any(Date), stopReason: expect.stringContaining("Invalid Destination") });
    fates.clear();
    const back = await ask(slug, phone);
    await confirmBySms(visitor(), answered(back.asked, back.code), now);
    expect(await follower(phone)).toMatchObject({ stoppedAt: null });
  });
});

describe("news", () => {
  it("are found under the short address, where a button ends them", async () => {
    const { slug } = await anOpenPlan();
    const phone = aNumber();
    await follow(slug, phone);
    const code = (await follower(phone))?.allTokenHash?.slice(0, 16) ?? "";
    const found = await findByShortCode(code);
    expect(found).toMatchObject({ locale: "ka", token: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await getLatestNews(found?.token ?? "", now)).toMatchObject({ followings: { channel: "sms", follows: [{ followed: { target: slug } }] } });
    const flood = await statements(() => Promise.all(Array.from({ length: 40 }, () => getLatestNews(found?.token ?? "", now))));
    expect(flood).toBe(await statements(() => getLatestNews(found?.token ?? "", now)));
    expect([await findByShortCode("0".repeat(16)), await findByShortCode(code.slice(1)), await findByShortCode("%"), await getLatestNews("x".repeat(43), now)]).toEqual([null, null, null, null]);
  });
});
