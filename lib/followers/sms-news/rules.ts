import { shorten } from "#lib/followers/mails/rules.ts";
import { countSegments } from "#lib/messages/sms/rules.ts";

/** As how many messages news may be charged, whatever the language. */
const mostSegments = 2;

/** What is new, as long as there is room for it before what always has to be said: where to read on and how to end it. */
export function newsText(head: string, tail: string): string {
  for (let length = head.length; length > 1; length -= 1) {
    const text = `${shorten(head, length)} ${tail}`;
    if (countSegments(text) <= mostSegments) return text;
  }
  return tail;
}

/** Digits of the short address, of 64 in all: 64 bits, which nobody tries out. */
const codeDigits = 16;

/** The short address under which a follower finds their news, from the hash of the token of everything they follow. */
export function shortCode(allTokenHash: string): string {
  return allTokenHash.slice(0, codeDigits);
}

/** True for what {@link shortCode} makes. */
export function isShortCode(typed: string): boolean {
  return /^[0-9a-f]{16}$/.test(typed);
}
