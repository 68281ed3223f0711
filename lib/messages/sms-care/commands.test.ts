import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { queueSms } from "#lib/messages/sms/commands.ts";
import { getSmsUse } from "#lib/messages/sms/queries.ts";
import { testSmsGateway } from "#prisma/sms-delivery.ts";
import { careForSms, forgetNumber, takeReport } from "./commands.ts";

const now = new Date("2020-06-05T10:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const number = "+995555123456";
const news = { kind: "follow.news", locale: "ka", recipient: number, body: "ზუგდიდის მერს იდეა: ახალი შეფასება" } as const;
const { fates, deliver } = testSmsGateway();

beforeEach(async () => {
  await db().sms.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

const only = () => db().sms.findFirstOrThrow();
const jobs = async () => (await db().$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = 'sms.deliver' AND state = 'created'`).length;

describe("what the gateway reports", () => {
  it("is believed of a message that it was given, in any order", async () => {
    fates.set(number, "silent");
    await queueSms(news, now);
    await deliver(now);
    const { gatewayId } = await only();
    expect(await only()).toMatchObject({ status: "sent", body: news.body });
    await takeReport({ report: "x".repeat(43), state: 1, reply: "" }, now);
    await takeReport({ report: gatewayId ?? "", state: 8, reply: "ACK/" }, now);
    expect((await only()).status).toBe("sent");
    expect(await takeReport({ report: gatewayId ?? "", state: 2, reply: "stat:EXPIRED err:027" }, now)).toBeNull();
    expect(await only()).toMatchObject({ status: "failed", lastError: "stat:EXPIRED err:027", body: news.body });
    await takeReport({ report: gatewayId ?? "", state: 1, reply: "" }, minutes(9));
    await takeReport({ report: gatewayId ?? "", state: 2, reply: "" }, minutes(10));
    expect(await only()).toMatchObject({ status: "delivered", deliveredAt: minutes(9), body: "" });
  });

  it("takes a number for out of service when the operator says so, or when three in a row did not arrive", async () => {
    fates.set(number, "silent");
    const report = async (state: number, reply: string) => {
      await queueSms(news, now);
      await deliver(minutes(0));
      const { gatewayId } = await db().sms.findFirstOrThrow({ where: { status: "sent" } });
      return takeReport({ report: gatewayId ?? "", state, reply }, now);
    };
    process.env.SMS_NUMBER_DAILY_CAP = "20";
    expect(await report(16, "NACK/0x0000000b/Invalid Destination Address")).toBe(number);
    await db().sms.deleteMany();
    expect([await report(2, "stat:EXPIRED"), await report(2, "stat:EXPIRED"), await report(1, ""), await report(2, ""), await report(2, ""), await report(2, "")]).toEqual([null, null, null, null, null, number]);
    process.env.SMS_NUMBER_DAILY_CAP = "3";
  });
});

describe("the care for the queue", () => {
  it("finds a message again whose job was lost", async () => {
    await queueSms(news, now);
    await db().$executeRaw`DELETE FROM pgboss.job`;
    await careForSms(minutes(30));
    expect(await jobs()).toBe(1);
  });

  it("forgets the numbers of those who follow nothing, and at once when it is asked to; what was charged still counts", async () => {
    await queueSms(news, now);
    await deliver(now);
    await careForSms(minutes(24 * 60));
    expect((await only()).recipient).toBe(number);
    await careForSms(minutes(24 * 60 + 1));
    expect((await only()).recipient).toBe("");
    await queueSms(news, now);
    await forgetNumber(number);
    expect([await db().sms.count(), (await getSmsUse(now)).today.messages]).toEqual([1, 1]);
  });
});
