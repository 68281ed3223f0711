import type { ErrorCode } from "#lib/platform/errors.ts";

/** How long a code works, and how often somebody may be wrong. */
export const codeMinutes = 15;
export const mostTries = 5;

export function codeExpiry(askedAt: Date): Date {
  return new Date(askedAt.getTime() + codeMinutes * 60_000);
}

/** Why no code is taken now; null: one is. */
export function refusalOfCode(follow: { confirmExpiresAt: Date | null; confirmFailures: number; confirmTokenHash: string | null } | null, now: Date): ErrorCode | null {
  if (!follow?.confirmTokenHash || !follow.confirmExpiresAt || now >= follow.confirmExpiresAt) return "LINK_EXPIRED";
  return follow.confirmFailures < mostTries ? null : "TOO_MANY_ATTEMPTS";
}

const stopWords = new Set(["stop", "stopp", "stopall", "unsubscribe", "cancel", "end", "quit", "სტოპ", "შეწყვეტა", "შეწყვიტე", "შეწყვიტეთ", "გაუქმება", "გააუქმე", "გააუქმეთ", "არა", "стоп", "shetskveta", "shecyveta", "gauqmeba", "gaukmeba"]);

/** True for an answer that ends it: such a word alone, or at the beginning, however it is spelled. */
export function isStop(text: string): boolean {
  const [word = ""] = text.normalize("NFKC").toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return stopWords.has(word);
}
