import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { queueSms } from "#lib/messages/sms/commands.ts";
import { testSmsGateway } from "#prisma/sms-delivery.ts";
import { sendSmsAgain } from "./commands.ts";
import { countFailedSms, getSmsAccount, listSms } from "./queries.ts";
import { smsAddress, smsFilterSchema } from "./schema.ts";

const now = new Date("2020-06-05T10:00:00Z");
const number = "+995555123456";
const administrator: Actor = { accountId: null, name: "Nino", system: false, memberships: [{ role: "administrator", organisationId: null }] };
const coordinator: Actor = { accountId: null, name: "Gia", system: false, memberships: [{ role: "coordinator", organisationId: "0190b3a0-0000-7000-8000-000000000001" }] };
const all = { status: undefined, page: 1 };
const { fates, deliver } = testSmsGateway();

beforeEach(async () => {
  await db().sms.deleteMany();
});

const queue = (kind = "follow.news") => queueSms({ kind, locale: "ka", recipient: number, body: "საიდუმლო 123456" }, now);
const id = async () => (await db().sms.findFirstOrThrow()).id;

describe("the page of messages", () => {
  it("says what was sent, what became of it and what it cost, never the text nor the whole number", async () => {
    fates.set(number, "unreachable");
    await queue();
    await deliver(now);
    const page = await listSms(administrator, all);
    expect(page).toMatchObject({ total: 1, failed: 1, pages: 1, messages: [{ kind: "follow.news", number: "+995 ••• ••• 56", status: "failed", segments: 1, attempts: 1, heldBack: null, lastError: expect.stringContaining("EXPIRED"), cost: { amount: 0.05, currency: "GEL" }, canBeSentAgain: true }] });
    expect(JSON.stringify(page)).not.toMatch(/123456|საიდუმლო/);
    expect((await listSms(administrator, { status: "delivered", page: 1 })).messages).toEqual([]);
    expect(await countFailedSms(administrator)).toBe(1);
  });

  it("says today's count against the cap, the costs, and what waits until tomorrow", async () => {
    for (let n = 0; n < 4; n++) await queue();
    await deliver(now);
    expect(await getSmsAccount(administrator, now)).toMatchObject({ today: { messages: 3, segments: 3, costs: [{ currency: "GEL", amount: 1_500 }] }, dailyCap: 20, numberDailyCap: 3, price: { amount: 0.05, currency: "GEL" }, heldBack: 1, incoming: expect.stringMatching(/\/api\/sms\/incoming\?key=[\w-]{43}&from=%p&text=%e&charset=%C$/) });
    expect((await listSms(administrator, { status: "queued", page: 1 })).messages).toMatchObject([{ heldBack: "number_daily_cap", lastError: null, attempts: 0, cost: null }]);
  });

  it("is the administrators' alone, and not there where none are sent", async () => {
    await queue();
    await expect(listSms(coordinator, all)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getSmsAccount(coordinator, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(sendSmsAgain(coordinator, { smsId: await id() }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countFailedSms(coordinator)).toBeNull();
    const url = process.env.SMS_URL;
    delete process.env.SMS_URL;
    expect([await getSmsAccount(administrator, now), await countFailedSms(administrator)]).toEqual([null, null]);
    process.env.SMS_URL = url;
  });

  it("reads a page's address and writes it", () => {
    expect(smsFilterSchema.parse({ status: "delivered", page: "2" })).toEqual({ status: "delivered", page: 2 });
    expect(smsFilterSchema.parse({ status: "nonsense", page: "-1" })).toEqual({ status: undefined, page: 1 });
    expect([smsAddress({}), smsAddress({ status: "failed", page: 2 })]).toEqual(["/workspace/administration/messages", "/workspace/administration/messages?status=failed&page=2"]);
  });
});

describe("a message that failed", () => {
  it("is sent again when somebody asks, on the record, and arrives", async () => {
    fates.set(number, "unreachable");
    await queue();
    await deliver(now);
    fates.clear();
    await sendSmsAgain(administrator, { smsId: await id() }, now);
    expect(await deliver(now)).toMatchObject({ sent: 1 });
    expect(await db().sms.findFirst()).toMatchObject({ status: "delivered" });
    expect(await db().auditEvent.findFirst({ where: { action: "sms.queued" } })).toMatchObject({ actorName: "Nino", before: { status: "failed", attempts: 1 } });
  });

  it("is not sent again before it failed, once it has arrived, or without its text", async () => {
    await queue();
    await expect(sendSmsAgain(administrator, { smsId: await id() }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await deliver(now);
    await expect(sendSmsAgain(administrator, { smsId: await id() }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await db().sms.updateMany({ data: { status: "failed", body: "" } });
    expect((await listSms(administrator, all)).messages).toMatchObject([{ canBeSentAgain: false }]);
    await expect(sendSmsAgain(administrator, { smsId: await id() }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(sendSmsAgain(administrator, { smsId: "0190b3a0-0000-7000-8000-00000000ffff" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
