import type { ErrorCode } from "#lib/platform/errors.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** How long the link in a confirmation mail works. */
export const confirmationHours = 24;

export function confirmationExpiry(askedAt: Date): Date {
  return new Date(askedAt.getTime() + confirmationHours * hour);
}

/** Until when an address that was never confirmed is kept, so that its link can still say that it has expired. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - 7 * day);
}

/** Until when an address that does not exist is kept, for its owner to find it stopped and to mend it. */
export function stoppedForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - 90 * day);
}

/** How long a mail that was sent is known, so that what the other side reports of it later can be laid to its address. */
export function sentForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - 30 * day);
}

/** Why a confirmation link cannot be used now; null when it can. Pressing it again does no harm. */
export function refusalOfConfirmation(follow: { confirmedAt: Date | null; confirmExpiresAt: Date | null } | null, now: Date): ErrorCode | null {
  if (!follow) return "LINK_INVALID";
  if (follow.confirmedAt) return null;
  return follow.confirmExpiresAt && now < follow.confirmExpiresAt ? null : "LINK_EXPIRED";
}
