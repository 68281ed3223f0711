import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "#lib/platform/sealing.ts";

/** As long as it takes to be guessed by nobody, and short enough for a local part of 64 characters. */
const sealLength = 16;

/** A name for a mail that only this installation can give it, in letters that survive being put into lower case. */
function sealOf(mailId: string): string {
  return Buffer.from(keyedHash("bounce", "mail", mailId), "base64url").toString("hex").slice(0, sealLength);
}

/**
 * The envelope's sender of one mail: "bounces+<id>.<seal>@example.org". Who gets a report at that address knows which mail it
 * is about, and that it comes from where the mail went. Null where `MAIL_BOUNCES` is not set.
 */
export function bounceAddressOf(mailId: string): string | null {
  const [local, domain] = process.env.MAIL_BOUNCES?.split("@") ?? [];
  return local && domain ? `${local}+${mailId.replaceAll("-", "")}.${sealOf(mailId)}@${domain}` : null;
}

const named = new RegExp(`\\+([0-9a-f]{32})\\.([0-9a-f]{${sealLength}})@`, "gi");

/** The ids of mails that are named, and sealed, in a text such as a report's headers. What was made up names nothing. */
export function mailsNamedIn(text: string): string[] {
  const found = [...text.matchAll(named)].flatMap(([, hex = "", seal = ""]) => {
    const id = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    return timingSafeEqual(Buffer.from(seal.toLowerCase()), Buffer.from(sealOf(id))) ? [id] : [];
  });
  return [...new Set(found)];
}
