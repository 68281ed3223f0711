import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { queueMail, sendDueMail } from "./commands.ts";
import { maxAttempts, nextAttempt } from "./rules.ts";

const now = new Date("2020-06-05T10:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const mail = { kind: "test", locale: "ka", recipient: "nino@example.ge", subject: "თემა", body: "ბმული: https://example.ge/?a=b\n\n.წერტილი და <b>\n" } as const;

/** A real mail server that keeps what it takes and refuses as often as it is told. */
const received: { to: string[]; raw: Buffer }[] = [];
let refusals = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (refusals-- > 0) return done(new Error("mailbox is busy"));
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(async () => {
  received.length = 0;
  refusals = 0;
  await db().mail.deleteMany();
});

const only = () => db().mail.findFirstOrThrow();

describe("a queued mail", () => {
  it("goes out once, in the words it was written in, and its text is not kept", async () => {
    await queueMail(mail, now);
    expect(await sendDueMail(now)).toEqual({ sent: 1, postponed: 0, failed: 0 });
    expect(await sendDueMail(minutes(1_000))).toEqual({ sent: 0, postponed: 0, failed: 0 });
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
    expect(await db().mail.count()).toBe(0);
  });

  it("cannot carry a header of its writer's", async () => {
    await queueMail({ ...mail, subject: "Hello\r\nBcc: everybody@example.ge" }, now);
    await sendDueMail(now);
    const parsed = await PostalMime.parse(received[0]?.raw ?? "");
    expect(parsed.subject).toBe("Hello Bcc: everybody@example.ge");
    expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(received[0]?.to).toEqual([mail.recipient]);
  });

  it("is sent by one of several processes", async () => {
    for (let n = 0; n < 5; n++) await queueMail(mail, now);
    const rounds = await Promise.all([sendDueMail(now), sendDueMail(now), sendDueMail(now)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    expect(received).toHaveLength(5);
  });
});

describe("a mail that the server does not take", () => {
  it("is tried again later", async () => {
    refusals = 1;
    await queueMail(mail, now);
    expect(await sendDueMail(now)).toEqual({ sent: 0, postponed: 1, failed: 0 });
    expect(await only()).toMatchObject({ status: "queued", attempts: 1, nextAttemptAt: minutes(1), body: mail.body, lastError: expect.stringContaining("mailbox is busy") });
    expect(await sendDueMail(minutes(0.5))).toMatchObject({ sent: 0 });
    expect(await sendDueMail(minutes(1))).toMatchObject({ sent: 1 });
    expect(await only()).toMatchObject({ status: "sent", lastError: null });
  });

  it("is given up after eight attempts, with the reason and without its text", async () => {
    refusals = maxAttempts;
    await queueMail(mail, now);
    let at = now;
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      expect(await sendDueMail(at)).toMatchObject({ postponed: 1 });
      at = nextAttempt(attempt, at) ?? at;
    }
    expect(await sendDueMail(at)).toMatchObject({ failed: 1 });
    expect(await only()).toMatchObject({ status: "failed", attempts: maxAttempts, body: "", lastError: expect.stringContaining("mailbox is busy") });
    expect(await sendDueMail(minutes(100_000))).toEqual({ sent: 0, postponed: 0, failed: 0 });
  });
});

it("is written to the outbox where there is no mail server", async () => {
  const url = process.env.SMTP_URL;
  delete process.env.SMTP_URL;
  await queueMail(mail, now);
  await sendDueMail(now);
  process.env.SMTP_URL = url;
  const outbox = path.join(process.env.DATA_DIR ?? "", "outbox");
  const [file] = await readdir(outbox);
  expect((await PostalMime.parse(await readFile(path.join(outbox, file ?? "")))).subject).toBe(mail.subject);
});
