import type { LinkPurpose } from "#lib/accounts/schema.ts";

const hour = 3_600_000;

/** How long a link lives, in milliseconds. */
const lifetimes: Record<LinkPurpose, number> = { first_administrator: 24 * hour, invitation: 7 * 24 * hour, password: 7 * 24 * hour, reset: hour };

/** When a link made now stops working. */
export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + lifetimes[purpose]);
}

export type LinkFault = "LINK_INVALID" | "LINK_USED" | "LINK_EXPIRED";

/** Why a link does not work; null when it does. A used one says so even after its time. */
export function linkFault(link: { usedAt: Date | null; expiresAt: Date } | null, now: Date): LinkFault | null {
  if (!link) return "LINK_INVALID";
  if (link.usedAt) return "LINK_USED";
  return link.expiresAt <= now ? "LINK_EXPIRED" : null;
}

/** Where an invitation stands that was not accepted: it can be, its time is over, or it was ended before its time. */
export type InvitationState = "open" | "expired" | "withdrawn";

/** Derived from the newest link of the invitation; `expiresAt` of a withdrawn one is when it was ended. */
export function invitationState(link: { createdAt: Date; expiresAt: Date }, now: Date): InvitationState {
  if (link.expiresAt > now) return "open";
  return link.expiresAt < linkExpiry("invitation", link.createdAt) ? "withdrawn" : "expired";
}
