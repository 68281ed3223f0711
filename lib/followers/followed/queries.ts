import { numbered } from "#lib/news/feed-scopes/rules.ts";
import { publicOrganisation, publicPlan } from "#lib/record/publication/queries.ts";
import { saidText, textOf } from "#lib/record/publication/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { keyOf, scopeOf } from "./rules.ts";
import type { Followed, FollowKind, TargetId, Wanted } from "./schema.ts";

interface Found {
  targetId: string;
  target: string;
  name: Localized | null;
  path: string;
  planId?: string;
}

const finders: Record<FollowKind, (ids: string[]) => Promise<Found[]>> = {
  everything: async (ids) => (ids.includes("all") ? [{ targetId: "all", target: "all", name: null, path: "" }] : []),
  plan: async (ids) => {
    const rows = await db().plan.findMany({ where: { id: { in: ids }, ...publicPlan }, select: { id: true, slug: true, title: true } });
    return rows.map(({ id, slug, title }) => ({ targetId: id, target: slug, name: saidText(title), path: `/plans/${slug}`, planId: id }));
  },
  commitment: async (ids) => {
    const rows = await db().commitment.findMany({ relationLoadStrategy: "join", where: { id: { in: ids }, plan: publicPlan }, select: { id: true, slug: true, number: true, title: true, plan: { select: { id: true, slug: true } } } });
    return rows.map(({ id, slug, number, title, plan }) => ({ targetId: id, target: `${plan.slug}/${slug}`, name: numbered(number, textOf(title)), path: `/plans/${plan.slug}/commitments/${slug}`, planId: plan.id }));
  },
  organisation: async (ids) => {
    const rows = await db().organisation.findMany({ where: { id: { in: ids }, ...publicOrganisation }, select: { id: true, slug: true, name: true } });
    return rows.map(({ id, slug, name }) => ({ targetId: id, target: slug, name: saidText(name), path: `/organisations/${slug}` }));
  },
  municipality: async (ids) => {
    const rows = await db().municipality.findMany({ where: { slug: { in: ids } }, select: { slug: true, name: true } });
    return rows.map(({ slug, name }) => ({ targetId: slug, target: slug, name: saidText(name), path: `/municipalities/${slug}` }));
  },
  area: async (ids) => {
    const rows = await db().thematicArea.findMany({ where: { code: { in: ids } }, select: { code: true, label: true } });
    return rows.map(({ code, label }) => ({ targetId: code, target: code, name: saidText(label), path: `/topics/${code}` }));
  },
  sdg: async (ids) => {
    const rows = await db().sdg.findMany({ where: { number: { in: ids.map(Number).filter(Number.isSafeInteger) } }, select: { number: true, label: true } });
    return rows.map(({ number, label }) => ({ targetId: String(number), target: String(number), name: saidText(label), path: `/sdgs/${number}` }));
  },
};

/** What is followed, by `keyOf`; one statement a kind. What is not public (any more) is left out. */
export async function listFollowed(targets: readonly TargetId[]): Promise<Map<string, Followed>> {
  const known = new Map<string, Followed>();
  for (const [kind, rows] of Map.groupBy(targets, (target) => target.kind as FollowKind)) {
    for (const found of await finders[kind]([...new Set(rows.map(({ targetId }) => targetId))])) {
      const followed = { kind, planId: null, ...found };
      known.set(keyOf(followed), { ...followed, scope: scopeOf(followed) });
    }
  }
  return known;
}

/** One of them; null when it is not public (any more). */
export async function findFollowed(target: TargetId | null): Promise<Followed | null> {
  return target && ((await listFollowed([target])).get(keyOf(target)) ?? null);
}

/** The id by which the record names what an address names; null when there is none. */
async function idOf({ kind, target }: Wanted): Promise<string | null> {
  const [slug = "", commitment = ""] = target.split("/");
  const select = { id: true } as const;
  if (kind === "plan") return (await db().plan.findUnique({ where: { slug: target }, select }))?.id ?? null;
  if (kind === "organisation") return (await db().organisation.findUnique({ where: { slug: target }, select }))?.id ?? null;
  if (kind === "commitment") return (await db().commitment.findFirst({ where: { slug: commitment, plan: { slug } }, select }))?.id ?? null;
  return target;
}

/** What somebody wants to follow; null when there is no such thing in public. */
export async function findFollowable(wanted: Wanted): Promise<Followed | null> {
  const targetId = await idOf(wanted);
  return targetId === null ? null : findFollowed({ kind: wanted.kind, targetId });
}
