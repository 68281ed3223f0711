import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { machineTime } from "#lib/platform/clock.ts";
import { startWorkers } from "#lib/platform/workers.ts";
import { careForSms } from "#lib/messages/sms-care/commands.ts";
import { smsWorkers } from "#lib/messages/sms-care/jobs.ts";
import { testSmsGateway } from "#prisma/sms-delivery.ts";
import { deliverSms, queueSms, requireRoomToday } from "./commands.ts";
import { getSmsUse } from "./queries.ts";
import { keepFailedDays, maxSmsAttempts, nextSmsAttempt } from "./rules.ts";

const now = new Date("2020-06-05T10:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const number = "+995555123456";
const news = { kind: "follow.news", locale: "ka", recipient: number, body: "ზუგდიდის მერს იდეა: ახალი შეფასება „სრულად შესრულდა“ & https://example.ge/f/x?a=b" } as const;
const code = { kind: "follow.code", locale: "en", recipient: number, body: "Your code: 123456" } as const;
const { taken, fates, deliver } = testSmsGateway();

beforeEach(async () => {
  await db().sms.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  process.env.SMS_DAILY_CAP = "20";
});

const only = () => db().sms.findFirstOrThrow();
const jobs = async () => (await db().$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = 'sms.deliver' AND state = 'created'`).length;

describe("a queued text message", () => {
  it("goes to the gateway as it was written, arrives, and its text is not kept", async () => {
    await queueSms(news, now);
    expect(await only()).toMatchObject({ status: "queued", segments: 2 });
    expect(await deliver(now)).toMatchObject({ sent: 1 });
    expect(taken).toEqual([{ to: number, from: "2012", text: news.body, coding: "2" }]);
    expect(await only()).toMatchObject({ status: "delivered", body: "", attempts: 1, sentAt: now, currency: "GEL", lastError: null });
    expect(Number((await only()).cost)).toBe(0.1);
    expect(await deliverSms((await only()).id, minutes(1_000))).toBe("gone");
  });

  it("needs no UCS-2 when all its letters are Latin", async () => {
    await queueSms({ ...code, body: "Your code: 123456 [€]" }, now);
    await deliver(now);
    expect(taken).toMatchObject([{ text: "Your code: 123456 [€]", coding: "0" }]);
  });

  it("is not there when what caused it was not saved, and once when the same is told twice", async () => {
    const failing = inTransaction(async () => {
      await queueSms(news, now);
      throw new Error("not saved");
    });
    await expect(failing).rejects.toThrow("not saved");
    expect([await db().sms.count(), await jobs()]).toEqual([0, 0]);
    for (let n = 0; n < 2; n++) await queueSms({ ...news, onceKey: "once" }, now);
    expect([await db().sms.count(), await jobs()]).toEqual([1, 1]);
  });

  it("is sent once, though several take it at once, and all together keep to the cap", async () => {
    process.env.SMS_DAILY_CAP = "4";
    for (let n = 0; n < 6; n++) await queueSms({ ...code, kind: "follow.news", recipient: `+99555512340${n}` }, now);
    const rounds = await Promise.all([deliver(now), deliver(now), deliver(now)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(4);
    expect(taken).toHaveLength(4);
    expect(await db().sms.count({ where: { status: "queued", lastError: "daily_cap", attempts: 0, nextAttemptAt: new Date("2020-06-06T05:00:00Z") } })).toBe(2);
    expect(await deliver(new Date("2020-06-06T05:00:00Z"))).toMatchObject({ sent: 2 });
  });

  it("is only sent where there is a gateway, to what is a number, and short", async () => {
    for (const wrong of [{ recipient: "555123456" }, { recipient: "+995555123456\r\n&to=1" }, { body: "" }, { body: "ა".repeat(700) }]) await expect(queueSms({ ...news, ...wrong }, now)).rejects.toThrow();
    const url = process.env.SMS_URL;
    delete process.env.SMS_URL;
    await expect(queueSms(news, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    process.env.SMS_URL = url;
    expect(await db().sms.count()).toBe(0);
  });

  it("leaves by itself within seconds of what caused it", async () => {
    const stop = await startWorkers(smsWorkers);
    await queueSms(news, new Date(machineTime()));
    for (let tries = 0; tries < 100 && (await only()).status !== "delivered"; tries += 1) await wait(100);
    await stop();
    expect((await only()).status).toBe("delivered");
  });
});

describe("the caps of a day", () => {
  it("hold for one number too; the rest waits until tomorrow, and who waits for a code is told", async () => {
    for (let n = 0; n < 4; n++) await queueSms({ ...news, onceKey: `n${n}` }, now);
    expect(await deliver(now)).toMatchObject({ sent: 3, waiting: 1 });
    expect(await db().sms.findFirst({ where: { status: "queued" } })).toMatchObject({ lastError: "number_daily_cap", attempts: 0 });
    await requireRoomToday(now);
    process.env.SMS_DAILY_CAP = "6";
    await expect(requireRoomToday(now)).rejects.toMatchObject({ code: "SMS_CAP_REACHED" });
    await requireRoomToday(minutes(24 * 60));
    process.env.SMS_DAILY_CAP = "20";
    await queueSms(code, now);
    expect(await deliver(now)).toMatchObject({ failed: 1 });
    expect(await db().sms.findFirst({ where: { kind: "follow.code" } })).toMatchObject({ status: "failed", lastError: "number_daily_cap", body: "" });
  });

  it("leave half of it to news, however many codes strangers ask for", async () => {
    for (let n = 0; n < 10; n++) {
      await requireRoomToday(now);
      await queueSms({ ...code, recipient: `+99555512330${n}` }, now);
    }
    await expect(requireRoomToday(now)).rejects.toMatchObject({ code: "SMS_CAP_REACHED" });
    await deliver(now);
    await expect(requireRoomToday(now)).rejects.toMatchObject({ code: "SMS_CAP_REACHED" });
    await queueSms(news, now);
    expect(await deliver(now)).toMatchObject({ sent: 1 });
    await requireRoomToday(minutes(24 * 60));
  });

  it("do not count what the gateway did not take; what was taken is counted and costs", async () => {
    fates.set("+995555000002", "refuse");
    await queueSms({ ...news, recipient: "+995555000002" }, now);
    await queueSms(news, now);
    await queueSms({ ...code, recipient: "+995555000003" }, now);
    await deliver(now);
    const { today, month } = await getSmsUse(now);
    expect(today).toEqual({ messages: 2, segments: 3, costs: [{ currency: "GEL", amount: 1_500 }] });
    expect(month).toEqual(today);
    expect((await getSmsUse(new Date("2020-06-06T10:00:00Z"))).today.messages).toBe(0);
    expect((await getSmsUse(new Date("2020-07-01T10:00:00Z"))).month.messages).toBe(0);
  });
});

describe("a message that the gateway does not take", () => {
  it("is tried again later when it is busy or does not answer", async () => {
    fates.set(number, "busy");
    await queueSms(news, now);
    expect(await deliver(now)).toMatchObject({ postponed: 1 });
    expect(await only()).toMatchObject({ status: "queued", attempts: 1, sentAt: null, cost: null, nextAttemptAt: minutes(1), lastError: "503 Temporal failure, try again later." });
    expect(await deliverSms((await only()).id, minutes(0.5))).toBe("waiting");
    const url = process.env.SMS_URL;
    process.env.SMS_URL = "http://tracker:hidden@127.0.0.1:9/cgi-bin/sendsms";
    expect(await deliver(minutes(1))).toMatchObject({ postponed: 1 });
    process.env.SMS_URL = url;
    expect((await only()).lastError).not.toContain("hidden");
    fates.clear();
    expect(await deliver(minutes(6))).toMatchObject({ sent: 1 });
  });

  it("is tried again when our password is wrong, which somebody will mend", async () => {
    const url = process.env.SMS_URL ?? "";
    process.env.SMS_URL = url.replace("tracker", "nobody");
    await queueSms(news, now);
    expect(await deliver(now)).toMatchObject({ postponed: 1 });
    process.env.SMS_URL = url;
    expect((await only()).lastError).toBe("403 Authorization failed for sendsms");
  });

  it("is given up after six attempts; its text is kept a week, to be sent again", async () => {
    fates.set(number, "busy");
    await queueSms(news, now);
    let at = now;
    for (let attempt = 1; attempt < maxSmsAttempts; attempt++) {
      expect(await deliver(at)).toMatchObject({ postponed: 1 });
      at = nextSmsAttempt(attempt, at) ?? at;
    }
    expect(await deliver(at)).toMatchObject({ failed: 1 });
    expect(await only()).toMatchObject({ status: "failed", attempts: maxSmsAttempts, body: news.body });
    await careForSms(minutes(keepFailedDays * 24 * 60 + 1));
    expect(await only()).toMatchObject({ status: "failed", body: "" });
  });

  it("is given up at once where no operator is responsible, and a code when it would come too late", async () => {
    fates.set(number, "refuse");
    await queueSms(news, now);
    expect(await deliver(now)).toMatchObject({ failed: 1 });
    expect(await only()).toMatchObject({ lastError: "403 Not routable. Do not try again.", sentAt: null });
    await db().sms.deleteMany();
    await queueSms(code, now);
    expect(await deliverSms((await only()).id, minutes(15))).toBe("failed");
    expect(await only()).toMatchObject({ status: "failed", lastError: "too_late", body: "" });
  });
});
