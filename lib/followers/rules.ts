import type { ErrorCode } from "#lib/platform/errors.ts";

const hour = 3_600_000;

/** How long the link in a confirmation mail works. */
export const confirmationHours = 24;

export function confirmationExpiry(askedAt: Date): Date {
  return new Date(askedAt.getTime() + confirmationHours * hour);
}

/** Until when an address that was never confirmed is kept, so that its link can still say that it has expired. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - 7 * 24 * hour);
}

/** Why a confirmation link cannot be used now; null when it can. Pressing it again does no harm. */
export function refusalOfConfirmation(follow: { confirmedAt: Date | null; confirmExpiresAt: Date | null } | null, now: Date): ErrorCode | null {
  if (!follow) return "LINK_INVALID";
  if (follow.confirmedAt) return null;
  return follow.confirmExpiresAt && now < follow.confirmExpiresAt ? null : "LINK_EXPIRED";
}

/** Names what a follower is told, so that the same version is told once, whatever is tried again. */
export function onceKeyOf(followId: string, reportVersionId: string): string {
  return `${followId}:${reportVersionId}`;
}

/** Followers in one transaction. */
export const followersAtOnce = 200;
