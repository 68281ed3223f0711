import PostalMime, { type Attachment } from "postal-mime";
import { systemActor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { mailsNamedIn } from "#lib/platform/bounce-address.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { failuresIn, isNoSuchAddress, withoutAddresses } from "./rules.ts";
import type { BounceOutcome, MailRefusal } from "./schema.ts";

/**
 * Notes that an address does not exist: nothing is sent to it as a follower any more, and what waits goes, until its owner
 * confirms anew. `reason` is what the other side said. Does nothing for an address that follows nothing.
 */
export async function stopAddress(channel: "email" | "sms", address: string, reason: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const follower = await tx.follower.findFirst({ where: { channel, address, stoppedAt: null }, select: { id: true } });
    if (!follower) return;
    const stopReason = withoutAddresses(reason);
    const { count } = await tx.follower.updateMany({ where: { id: follower.id, stoppedAt: null }, data: { stoppedAt: now, stopReason } });
    if (count === 0) return;
    const waiting = { recipient: address, kind: { startsWith: "follow." }, status: "queued" };
    if (channel === "email") await tx.mail.deleteMany({ where: waiting });
    else await tx.sms.deleteMany({ where: waiting });
    await recordAudit(systemActor("delivery"), { action: "follower.stopped", entity: "follower", entityId: follower.id, after: { reason: stopReason } }, now);
  });
}

/** What was said of a mail while it was handed over: true when its recipient does not exist, whose followings are stopped then. */
export async function noteRefusal(recipient: string, refusal: MailRefusal | null, now: Date): Promise<boolean> {
  if (!refusal || !isNoSuchAddress(refusal)) return false;
  await stopAddress("email", recipient, refusal.words, now);
  return true;
}

/** More than any report of a delivery has, in bytes. */
export const maxReportBytes = 2_000_000;

const textOf = ({ content }: Attachment): string => (typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8"));

/**
 * Takes a report (RFC 3464) that another server sent to the address a mail came from. It counts only when it names a mail by
 * the seal that only the servers on that mail's way have seen: what somebody makes up stops nobody.
 * @param sentTo what the mail server says it was sent to, besides what stands in its headers
 */
export async function takeBounce(raw: Uint8Array, sentTo: string, now: Date): Promise<BounceOutcome> {
  const mail = raw.length > maxReportBytes ? null : await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null);
  const status = mail?.attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (!mail || !status) return "unreadable";
  const addressed = mail.headers.filter(({ key }) => ["to", "delivered-to", "x-original-to", "envelope-to"].includes(key)).map(({ value }) => value);
  const [id] = mailsNamedIn([sentTo, ...addressed].join("\n"));
  const failure = failuresIn(textOf(status)).find(isNoSuchAddress);
  const sent = id && failure ? await db().mail.findUnique({ where: { id }, select: { recipient: true } }) : null;
  if (!sent || !failure) return "noted";
  await stopAddress("email", sent.recipient, failure.words, now);
  return "stopped";
}
