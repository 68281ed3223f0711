import type { Localized } from "#lib/record/localized/schema.ts";
import { publicPlan } from "#lib/record/publication/queries.ts";
import { saidText } from "#lib/record/publication/schema.ts";
import { db } from "#lib/platform/db/client.ts";

const planOf = { select: { slug: true } } as const;
const pathOf = (plan: string, commitment: string) => `/plans/${plan}/commitments/${commitment}`;

/** Where the commitment with a code is, or was: its path without language; null when the public could never reach it. */
export async function findByCode(code: string): Promise<string | null> {
  const there = await db().commitment.findFirst({ relationLoadStrategy: "join", where: { code, plan: publicPlan }, select: { slug: true, plan: planOf } });
  if (there) return pathOf(there.plan.slug, there.slug);
  const former = await db().commitmentAddress.findFirst({ where: { code }, orderBy: { since: "desc" }, select: { slug: true, planId: true } });
  const plan = former && (await db().plan.findFirst({ where: { id: former.planId, ...publicPlan }, ...planOf }));
  return former && plan ? pathOf(plan.slug, former.slug) : null;
}

/** What became of an address at which there is nothing. */
export type Former = { moved: string } | { gone: { plan: { slug: string; title: Localized } } };

/** Of the address of a commitment: where it is now, or that it was taken out of its plan; null when the public could never reach it. */
export async function findFormer(planSlug: string, slug: string): Promise<Former | null> {
  const plan = await db().plan.findFirst({ where: { slug: planSlug, ...publicPlan }, select: { id: true, slug: true, title: true } });
  const address = plan && (await db().commitmentAddress.findUnique({ where: { planId_slug: { planId: plan.id, slug } }, select: { commitmentId: true } }));
  if (!address) return null;
  const there = await db().commitment.findFirst({ relationLoadStrategy: "join", where: { id: address.commitmentId, plan: publicPlan }, select: { slug: true, plan: planOf } });
  return there ? { moved: pathOf(there.plan.slug, there.slug) } : { gone: { plan: { slug: plan.slug, title: saidText(plan.title) } } };
}

/** Which addresses of a plan are taken for ever, and by which commitment. */
export async function listTakenAddresses(planId: string): Promise<Map<string, string>> {
  const rows = await db().commitmentAddress.findMany({ where: { planId }, select: { slug: true, commitmentId: true } });
  return new Map(rows.map(({ slug, commitmentId }) => [slug, commitmentId]));
}
