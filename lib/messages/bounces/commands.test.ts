import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmFollow, followByMail } from "#lib/followers/commands.ts";
import { allToken } from "#lib/followers/queries.ts";
import { followSchema } from "#lib/followers/schema.ts";
import { getFollowings } from "#lib/followers/followings/queries.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { bounceAddressOf } from "#lib/platform/bounce-address.ts";
import { db } from "#lib/platform/db/client.ts";
import { mailsGoTo } from "#lib/platform/testing/mail-server.ts";
import type { TakenMail } from "#lib/platform/testing/smtp.ts";
import { anOpenPlan } from "#prisma/factories.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { takeBounce } from "./commands.ts";

const now = new Date("2026-11-23T05:00:00Z");
const received: TakenMail[] = [];
let answer: string | null = null;
let visitors = 0;
mailsGoTo((mail) => void received.push(mail), (recipient) => {
  if (answer) throw Object.assign(new Error(answer.slice(4).replace("%", recipient)), { responseCode: Number(answer.slice(0, 3)) });
});

beforeEach(async () => {
  [received.length, answer] = [0, null];
  process.env.MAIL_BOUNCES = "bounces@example.org";
  await db().mail.deleteMany();
});

/** Follows a plan, confirmed; gives the token of everything that the address follows. */
async function follower(email: string): Promise<string> {
  const { slug } = await anOpenPlan();
  await followByMail({ address: `bounced-${++visitors}` }, followSchema.parse({ kind: "plan", target: slug, email, locale: "en" }), now);
  await deliverQueuedMail(now);
  const { text = "" } = await PostalMime.parse(received.at(-1)?.raw ?? "");
  await confirmFollow(/confirm\?token=([\w-]{43})/.exec(text)?.[1] ?? "", now);
  return allToken(email);
}

const news = (recipient: string, subject = "News") => queueMail({ kind: "follow.weekly", locale: "en", recipient, subject, body: "News" }, now);
const stateOf = (address: string) => db().follower.findFirst({ where: { address }, select: { stoppedAt: true, stopReason: true } });

describe("an address that the mail server does not know", () => {
  it("is not written to any more, from that answer on, until its owner confirms anew", async () => {
    const token = await follower("gone@example.ge");
    await news("gone@example.ge", "first");
    await news("gone@example.ge", "second");
    answer = "550 5.1.1 <%> user unknown";
    const outcome = await deliverQueuedMail(now);
    expect([outcome.failed, outcome.gone, outcome.postponed]).toEqual([1, 1, 0]);
    expect(await stateOf("gone@example.ge")).toEqual({ stoppedAt: now, stopReason: expect.stringContaining("user unknown") });
    expect(JSON.stringify([await stateOf("gone@example.ge"), await db().mail.findMany({ select: { lastError: true } }), await db().auditEvent.findMany({ where: { entity: "follower" }, select: { after: true } })])).not.toContain("gone@");
    expect(await getFollowings(token)).toMatchObject({ stopped: true });
    answer = null;
    await follower("gone@example.ge");
    expect(await stateOf("gone@example.ge")).toEqual({ stoppedAt: null, stopReason: null });
    expect((await getFollowings(token))?.follows).toHaveLength(2);
  });

  it("is told apart from one that is full, busy, or that takes no such mail", async () => {
    await follower("full@example.ge");
    for (const words of ["552 5.2.2 mailbox of <%> is full", "450 4.2.1 try later", "550 5.7.1 looks like spam"]) {
      await db().mail.deleteMany();
      await news("full@example.ge");
      answer = words;
      expect(await deliverQueuedMail(now)).toMatchObject({ postponed: 1, failed: 0 });
    }
    expect(await stateOf("full@example.ge")).toEqual({ stoppedAt: null, stopReason: null });
  });

  it("is nobody's who follows nothing: the mail is given up, and that is all", async () => {
    await queueMail({ kind: "account.link", locale: "en", recipient: "clerk@example.ge", subject: "Link", body: "Link" }, now);
    answer = "550 5.1.1 no such user";
    expect(await deliverQueuedMail(now)).toMatchObject({ failed: 1 });
    expect(await db().mail.findFirst()).toMatchObject({ status: "failed", attempts: 1, body: "Link" });
  });
});

const report = (to: string, { action = "failed", status = "5.1.1" } = {}) => Buffer.from([
  "From: MAILER-DAEMON@mx.example.ge", `To: <${to}>`, "Subject: Undelivered", "MIME-Version: 1.0", 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "",
  "--b", "Content-Type: text/plain", "", "It could not be delivered.", "",
  "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.ge", "", "Final-Recipient: rfc822; late@example.ge", `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: smtp; 550 ${status} <late@example.ge> unknown`, "",
  "--b", "Content-Type: text/rfc822-headers", "", "Subject: News", "", "--b--", "",
].join("\r\n"));

describe("a report that comes later", () => {
  it("stops the address of the mail that its own address names", async () => {
    await follower("late@example.ge");
    received.length = 0;
    await news("late@example.ge");
    await deliverQueuedMail(now);
    const from = received[0]?.from ?? "";
    expect(from).toMatch(/^bounces\+[0-9a-f]{32}\.[0-9a-f]{16}@example\.org$/);
    expect((from.split("@")[0] ?? "").length).toBeLessThanOrEqual(64);
    expect((await PostalMime.parse(received[0]?.raw ?? "")).from?.address).not.toContain("bounces");
    for (const soft of [{ status: "5.2.2" }, { action: "delayed", status: "4.4.7" }]) expect(await takeBounce(report(from, soft), "", now)).toBe("noted");
    expect(await stateOf("late@example.ge")).toMatchObject({ stoppedAt: null });
    // Where the mail server rewrites the report's own headers, it says itself what the report was sent to.
    expect(await takeBounce(report("postmaster@example.org"), from.toUpperCase(), now)).toBe("stopped");
    expect(await stateOf("late@example.ge")).toMatchObject({ stoppedAt: now, stopReason: expect.not.stringContaining("late@") });
    expect(await takeBounce(report(from), "", now)).toBe("stopped");
  });

  it("stops nobody when it was made up", async () => {
    await follower("victim@example.ge");
    await news("victim@example.ge");
    const { id } = await db().mail.findFirstOrThrow({ where: { kind: "follow.weekly" } });
    const real = bounceAddressOf(id) ?? "";
    const forged = [real.replace(/\.[0-9a-f]{16}@/, ".0000000000000000@"), `bounces+${id}@example.org`, "bounces@example.org", real.replace(/\+./, (start) => (start === "+0" ? "+1" : "+0"))];
    for (const to of forged) expect(await takeBounce(report(to), "", now)).toBe("noted");
    for (const raw of [Buffer.from(""), Buffer.from("From: x\r\nTo: y\r\n\r\nStatus: 5.1.1"), Buffer.alloc(3_000_000)]) expect(await takeBounce(raw, real, now)).toBe("unreadable");
    expect(await stateOf("victim@example.ge")).toMatchObject({ stoppedAt: null });
  });

  it("goes to the sender where no address for reports is set", () => {
    delete process.env.MAIL_BOUNCES;
    expect(bounceAddressOf("019ab0a0-0000-7000-8000-000000000000")).toBeNull();
  });
});
