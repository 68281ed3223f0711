import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { sendMailAgain } from "./commands.ts";
import { countFailedMail, listMail } from "./queries.ts";

const now = new Date("2020-06-05T10:00:00Z");
const administrator: Actor = { accountId: null, name: "Nino", system: false, memberships: [{ role: "administrator", organisationId: null }] };
const coordinator: Actor = { accountId: null, name: "Gia", system: false, memberships: [{ role: "coordinator", organisationId: "0190b3a0-0000-7000-8000-000000000001" }] };
const all = { status: undefined, page: 1 };

beforeEach(async () => {
  await db().mail.deleteMany();
  await queueMail({ kind: "account.reset", locale: "en", recipient: "eka@example.ge", subject: "A new password", body: "https://example.ge/reset?token=secret-of-eka" }, now);
});

const fail = () => db().mail.updateMany({ data: { status: "failed", attempts: 8, lastError: "mailbox is full" } });
const id = async () => (await db().mail.findFirstOrThrow()).id;

describe("the page of mails", () => {
  it("says what was sent to whom and what became of it, and never the text", async () => {
    await fail();
    const page = await listMail(administrator, all);
    expect(page).toMatchObject({ total: 1, failed: 1, pages: 1, mails: [{ kind: "account.reset", recipient: "eka@example.ge", status: "failed", attempts: 8, lastError: "mailbox is full", canBeSentAgain: true }] });
    expect(JSON.stringify(page)).not.toContain("secret-of-eka");
    expect((await listMail(administrator, { status: "sent", page: 1 })).mails).toEqual([]);
    expect(await countFailedMail(administrator)).toBe(1);
  });

  it("is the administrators' alone", async () => {
    await expect(listMail(coordinator, all)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(sendMailAgain(coordinator, { mailId: await id() }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countFailedMail(coordinator)).toBe(0);
  });
});

describe("a mail that failed", () => {
  it("is sent again when somebody asks, on the record", async () => {
    await fail();
    await sendMailAgain(administrator, { mailId: await id() }, now);
    expect(await deliverQueuedMail(now)).toMatchObject({ sent: 1 });
    expect(await db().auditEvent.findFirst({ where: { action: "mail.queued" } })).toMatchObject({ actorName: "Nino", before: { status: "failed", attempts: 8 } });
  });

  it("is not sent again once it has gone out, before it was tried, or without its text", async () => {
    await expect(sendMailAgain(administrator, { mailId: await id() }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await fail();
    await db().mail.updateMany({ data: { body: "" } });
    expect((await listMail(administrator, all)).mails).toMatchObject([{ canBeSentAgain: false }]);
    await expect(sendMailAgain(administrator, { mailId: await id() }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(sendMailAgain(administrator, { mailId: "0190b3a0-0000-7000-8000-00000000ffff" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("a resident's address is shown to nobody", async () => {
  await db().mail.updateMany({ data: { kind: "comment.confirm", status: "failed", attempts: 1, lastError: "550 <eka@example.ge> unknown" } });
  const page = await listMail(administrator, all);
  expect(page.mails).toMatchObject([{ recipient: null, lastError: "550 <…> unknown" }]);
  expect(JSON.stringify(page)).not.toContain("eka@");
});
