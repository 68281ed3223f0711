import { localize, type Locale, type Localized } from "#lib/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { refusalOfConfirmation } from "./rules.ts";
import { linkTokenSchema } from "./schema.ts";

/** A plan that can be followed, as pages and mails name it. */
export interface FollowedPlan {
  id: string;
  slug: string;
  title: Localized;
}

const published = { status: { not: "draft" } } as const;
const select = { id: true, slug: true, title: true } as const;

function view(row: { id: string; slug: string; title: unknown }): FollowedPlan {
  return { ...row, title: row.title as Localized };
}

/** A published plan by the last segment of its address; null when there is none. */
export async function findFollowablePlan(slug: string): Promise<FollowedPlan | null> {
  const row = await db().plan.findFirst({ where: { slug, ...published }, select });
  return row && view(row);
}

/** What a follow is of; null when the plan is no longer public. */
export async function findFollowedPlan(id: string): Promise<FollowedPlan | null> {
  const row = await db().plan.findFirst({ where: { id, ...published }, select });
  return row && view(row);
}

/** What is behind the link of a confirmation mail: the plan, and why it cannot be used now (null: it can). */
export async function getFollowToConfirm(token: string, now: Date): Promise<{ refused: ErrorCode | null; plan: FollowedPlan | null; confirmed: boolean }> {
  const follow = await db().follow.findUnique({ where: { confirmTokenHash: hashToken(linkTokenSchema.parse(token)) }, select: { targetId: true, confirmedAt: true, confirmExpiresAt: true } });
  return { refused: refusalOfConfirmation(follow, now), plan: follow && (await findFollowedPlan(follow.targetId)), confirmed: follow?.confirmedAt != null };
}

/** What a link that ends something would end; null when nothing is followed by it (any more). */
export async function getFollowToEnd(token: string): Promise<{ plan: FollowedPlan | null; locale: Locale } | null> {
  const follow = await db().follow.findUnique({ where: { endTokenHash: hashToken(linkTokenSchema.parse(token)) }, select: { targetId: true, locale: true } });
  return follow && { plan: await findFollowedPlan(follow.targetId), locale: follow.locale as Locale };
}

/** What a plan is called in one line of a mail. */
export function planName(plan: FollowedPlan, locale: Locale): string {
  return localize(plan.title, locale)?.text ?? plan.slug;
}
