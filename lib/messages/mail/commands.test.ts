import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { machineTime } from "#lib/platform/clock.ts";
import { mailsGoTo } from "#lib/platform/testing/mail-server.ts";
import type { TakenMail } from "#lib/platform/testing/smtp.ts";
import { startWorkers } from "#lib/platform/workers.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { careForMail, deliverMail, queueMail } from "./commands.ts";
import { mailWorkers } from "./jobs.ts";
import { keepFailedDays, maxAttempts, nextAttempt } from "./rules.ts";

const now = new Date("2020-06-05T10:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const mail = { kind: "test", locale: "ka", recipient: "nino@example.ge", subject: "თემა", body: "ბმული: https://example.ge/?a=b\n\n.წერტილი და <b>\n" } as const;

/** A real mail server that keeps what it takes and refuses as often as it is told. */
const received: TakenMail[] = [];
let refusals = 0;
mailsGoTo((mail) => {
  if (refusals-- > 0) throw new Error("mailbox is busy");
  received.push(mail);
});

beforeEach(async () => {
  received.length = 0;
  refusals = 0;
  await db().mail.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

const only = () => db().mail.findFirstOrThrow();
/** How many attempts wait in the queue. */
const jobs = async () => (await db().$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = 'mail.deliver' AND state = 'created'`).length;

describe("a queued mail", () => {
  it("goes out once, in the words it was written in, and its text is not kept", async () => {
    await queueMail(mail, now);
    expect(await deliverQueuedMail(now)).toMatchObject({ sent: 1 });
    expect(await deliverMail((await only()).id, minutes(1_000))).toBe("gone");
    const [got] = received;
    const parsed = await PostalMime.parse(got?.raw ?? "");
    expect({ to: got?.to, subject: parsed.subject, text: parsed.text?.replaceAll("\r\n", "\n") }).toMatchObject({ to: [mail.recipient], subject: mail.subject, text: mail.body });
    expect(await only()).toMatchObject({ status: "sent", body: "", attempts: 1, sentAt: now });
  });

  it("is not there when what caused it was not saved", async () => {
    const failing = inTransaction(async () => {
      await queueMail(mail, now);
      throw new Error("not saved");
    });
    await expect(failing).rejects.toThrow("not saved");
    expect([await db().mail.count(), await jobs()]).toEqual([0, 0]);
  });

  it("cannot carry a header of its writer's", async () => {
    await queueMail({ ...mail, subject: "Hello\r\nBcc: everybody@example.ge" }, now);
    await deliverQueuedMail(now);
    const parsed = await PostalMime.parse(received[0]?.raw ?? "");
    expect(parsed.subject).toBe("Hello Bcc: everybody@example.ge");
    expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(received[0]?.to).toEqual([mail.recipient]);
  });

  it("brings its attachment along", async () => {
    const attachments = [{ fileName: "term.ics", mediaType: "text/calendar; charset=utf-8", content: "BEGIN:VCALENDAR\r\nSUMMARY:ვადა\r\n" }];
    await queueMail({ ...mail, attachments }, now);
    await deliverQueuedMail(now);
    const [file] = (await PostalMime.parse(received[0]?.raw ?? "", { attachmentEncoding: "utf8" })).attachments;
    expect(file).toMatchObject({ filename: "term.ics", mimeType: "text/calendar" });
    expect(String(file?.content)).toContain("SUMMARY:ვადა");
    expect(await only()).toMatchObject({ attachments: [] });
  });

  it("is sent once, though several take it at once", async () => {
    for (let n = 0; n < 5; n++) await queueMail(mail, now);
    const rounds = await Promise.all([deliverQueuedMail(now), deliverQueuedMail(now), deliverQueuedMail(now)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    expect(received).toHaveLength(5);
  });

  it("leaves by itself within seconds of what caused it", async () => {
    const stop = await startWorkers(mailWorkers);
    await queueMail(mail, new Date(machineTime()));
    for (let tries = 0; tries < 100 && received.length === 0; tries += 1) await wait(100);
    await stop();
    expect(received).toHaveLength(1);
    expect((await only()).status).toBe("sent");
  });
});

describe("a mail that the server does not take", () => {
  it("is tried again later", async () => {
    refusals = 1;
    await queueMail(mail, now);
    expect(await jobs()).toBe(1);
    expect(await deliverQueuedMail(now)).toMatchObject({ postponed: 1 });
    expect(await only()).toMatchObject({ status: "queued", attempts: 1, nextAttemptAt: minutes(1), body: mail.body, lastError: expect.stringContaining("mailbox is busy") });
    expect(await jobs()).toBe(2);
    expect(await deliverMail((await only()).id, minutes(0.5))).toBe("waiting");
    expect(await deliverQueuedMail(minutes(1))).toMatchObject({ sent: 1 });
    expect(await only()).toMatchObject({ status: "sent", lastError: null });
  });

  it("is given up after eight attempts, with the reason; its text is kept a while, to be sent again", async () => {
    refusals = maxAttempts;
    await queueMail(mail, now);
    let at = now;
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      expect(await deliverQueuedMail(at)).toMatchObject({ postponed: 1 });
      at = nextAttempt(attempt, at) ?? at;
    }
    expect(await deliverQueuedMail(at)).toMatchObject({ failed: 1 });
    expect(await only()).toMatchObject({ status: "failed", attempts: maxAttempts, body: mail.body, lastError: expect.stringContaining("mailbox is busy") });
    expect(await deliverMail((await only()).id, minutes(100_000))).toBe("gone");
    await careForMail(minutes(keepFailedDays * 24 * 60 + 1));
    expect(await only()).toMatchObject({ status: "failed", body: "" });
  });

  it("is found again when its job was lost", async () => {
    await queueMail(mail, now);
    await db().$executeRaw`DELETE FROM pgboss.job`;
    await careForMail(minutes(5));
    expect(await jobs()).toBe(0);
    await careForMail(minutes(30));
    expect(await jobs()).toBe(1);
  });
});

it("is written to the outbox where there is no mail server", async () => {
  const url = process.env.SMTP_URL;
  delete process.env.SMTP_URL;
  await queueMail(mail, now);
  await deliverQueuedMail(now);
  process.env.SMTP_URL = url;
  const outbox = path.join(process.env.DATA_DIR ?? "", "outbox");
  const [file] = await readdir(outbox);
  expect((await PostalMime.parse(await readFile(path.join(outbox, file ?? "")))).subject).toBe(mail.subject);
});
