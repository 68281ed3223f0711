import { findFollowed } from "#lib/followers/followed/queries.ts";
import type { Followed, TargetId, Wanted } from "#lib/followers/followed/schema.ts";
import { localize, type Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import { keyedHash } from "#lib/platform/sealing.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { refusalOfConfirmation } from "./rules.ts";
import { linkTokenSchema, type Frequency } from "./schema.ts";

/**
 * The token of the links that end a following: the same in every mail to an address on a target, also after it was ended and
 * begun again, so that every old mail can end it. Without the installation's secret nobody can make one.
 */
export function endToken(address: string, { kind, targetId }: TargetId): string {
  return keyedHash("end-follow", `${kind}:${targetId}`, address);
}

/** The token that shows, changes and ends everything an address follows; the same for ever as well. */
export function allToken(address: string): string {
  return keyedHash("all-follows", "all", address);
}

/** What is behind the link of a confirmation mail. */
export interface FollowToConfirm {
  /** Why it cannot be confirmed now; null: it can. */
  refused: ErrorCode | null;
  confirmed: boolean;
  followed: Followed | null;
  frequency: Frequency;
  /** Shows everything its address follows; once it is confirmed. */
  all: string | null;
}

/** What would be confirmed by a token, and whether it can be. */
export async function getFollowToConfirm(token: string, now: Date): Promise<FollowToConfirm> {
  const follow = await db().follow.findUnique({
    where: { confirmTokenHash: hashToken(linkTokenSchema.parse(token)) }, select: { kind: true, targetId: true, frequency: true, confirmedAt: true, confirmExpiresAt: true, follower: { select: { address: true } } },
  });
  const all = follow?.confirmedAt ? allToken(follow.follower.address) : null;
  return { refused: refusalOfConfirmation(follow, now), confirmed: follow?.confirmedAt != null, followed: await findFollowed(follow), frequency: (follow?.frequency ?? "at_once") as Frequency, all };
}

/** What is followed, in one line of a mail: "Plan: Open Government Action Plan". */
export function lineOf({ kind, name }: Pick<Followed, keyof Wanted | "name">, locale: Locale, say: Say): string {
  return say(`followers.line.${kind}`, { name: localize(name, locale)?.text ?? "" });
}
