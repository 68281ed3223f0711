import type { Localized } from "#lib/record/localized/schema.ts";
import { publicOrganisation, publicPlan } from "#lib/record/publication/queries.ts";
import { saidText, textOf } from "#lib/record/publication/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { numbered, sdgNumber } from "./rules.ts";
import type { FeedScope } from "./schema.ts";

/** Public plans that are wholly meant: the one that is named, those of a Secretariat, those of a municipality. */
export function plansIn({ plan, organisation, municipality }: FeedScope): Prisma.PlanWhereInput {
  return {
    ...publicPlan, ...(plan === undefined ? {} : { slug: plan }), ...(organisation === undefined ? {} : { secretariat: { slug: organisation } }),
    ...(municipality === undefined ? {} : { municipalitySlug: municipality }),
  };
}

/** Commitments of public plans that are meant, whoever leads them. */
function named({ plan, commitment, area, sdg }: FeedScope): Prisma.CommitmentWhereInput {
  return {
    plan: { ...publicPlan, ...(plan === undefined ? {} : { slug: plan }) },
    ...(commitment === undefined ? {} : { slug: commitment }),
    ...(area === undefined ? {} : { thematicAreas: { some: { code: area } } }),
    ...(sdg === undefined ? {} : { sdgs: { some: { number: sdgNumber(sdg) ?? 0 } } }),
  };
}

/** What a municipality has to do with: what its plans promise, and what its bodies lead or take part in, also with a milestone alone. The same as `concerns` of lib/tallies. */
function concerning(municipalitySlug: string): Prisma.CommitmentWhereInput {
  const body = { municipalitySlug };
  const carried = [{ leadOrganisation: body }, { partnerships: { some: { organisation: body } } }];
  return { OR: [{ plan: body }, ...carried, { milestones: { some: { removedAt: null, OR: carried } } }] };
}

/** Commitments that are meant, whoever leads them, in all they have. */
function whole(scope: FeedScope): Prisma.CommitmentWhereInput {
  return { AND: [named(scope), ...(scope.municipality === undefined ? [] : [concerning(scope.municipality)])] };
}

/** Commitments as a whole that are meant; of an organisation those that it leads. */
export function commitmentsIn(scope: FeedScope): Prisma.CommitmentWhereInput {
  const { organisation } = scope;
  return { AND: [whole(scope), ...(organisation === undefined ? [] : [{ leadOrganisation: { slug: organisation } }])] };
}

/** Milestones that are meant; of an organisation those that it leads itself. */
export function milestonesIn(scope: FeedScope): Prisma.MilestoneWhereInput {
  const { organisation } = scope;
  return { commitment: whole(scope), ...(organisation === undefined ? {} : { leadOrganisation: { slug: organisation } }) };
}

/** What agencies and assessors say of them; of an organisation also what it says itself. */
export function voicesIn(scope: FeedScope): Prisma.ProgressUpdateWhereInput & Prisma.AssessmentWhereInput {
  const { organisation } = scope;
  if (organisation === undefined) return { commitment: whole(scope) };
  return { commitment: whole(scope), OR: [{ organisation: { slug: organisation } }, { milestone: milestonesIn(scope) }, { milestoneId: null, commitment: commitmentsIn(scope) }] };
}

/** Public events of the process that belong to the plans, to the Secretariat or to one of the municipality. */
export function eventsIn({ plan, organisation, municipality }: FeedScope): Prisma.ProcessEventWhereInput {
  return {
    status: { in: ["published", "cancelled"] }, ...(plan === undefined ? {} : { plan: plansIn({ plan }) }), ...(organisation === undefined ? {} : { secretariat: { slug: organisation } }),
    ...(municipality === undefined ? {} : { OR: [{ plan: plansIn({ municipality }) }, { secretariat: { municipalitySlug: municipality } }] }),
  };
}

export interface ScopeName {
  name: Localized | null;
  /** The page that it belongs to, without its language; "" is home. */
  path: string;
}

/** What a scope is called and the page that it belongs to, in one statement; null when there is no such thing in public. */
export async function findScope(scope: FeedScope): Promise<ScopeName | null> {
  if (scope.commitment !== undefined) return commitmentScope(scope);
  if (scope.plan !== undefined) {
    const plan = await db().plan.findFirst({ where: plansIn({ plan: scope.plan }), select: { slug: true, title: true } });
    return plan && { name: saidText(plan.title), path: `/plans/${plan.slug}` };
  }
  if (scope.organisation !== undefined) {
    const organisation = await db().organisation.findFirst({ where: { slug: scope.organisation, ...publicOrganisation }, select: { slug: true, name: true } });
    return organisation && { name: saidText(organisation.name), path: `/organisations/${organisation.slug}` };
  }
  if (scope.municipality !== undefined) {
    const municipality = await db().municipality.findUnique({ where: { slug: scope.municipality }, select: { slug: true, name: true } });
    return municipality && { name: saidText(municipality.name), path: `/municipalities/${municipality.slug}` };
  }
  return topicScope(scope);
}

async function commitmentScope(scope: FeedScope): Promise<ScopeName | null> {
  if (scope.plan === undefined) return null;
  const row = await db().commitment.findFirst({ relationLoadStrategy: "join", where: commitmentsIn(scope), select: { slug: true, number: true, title: true, plan: { select: { slug: true } } } });
  return row && { name: numbered(row.number, textOf(row.title)), path: `/plans/${row.plan.slug}/commitments/${row.slug}` };
}

async function topicScope({ area, sdg }: FeedScope): Promise<ScopeName | null> {
  if (area !== undefined) {
    const row = await db().thematicArea.findUnique({ where: { code: area }, select: { code: true, label: true } });
    return row && { name: saidText(row.label), path: `/topics/${row.code}` };
  }
  if (sdg === undefined) return { name: null, path: "" };
  const number = sdgNumber(sdg);
  const row = number === null ? null : await db().sdg.findUnique({ where: { number }, select: { number: true, label: true } });
  return row && { name: saidText(row.label), path: `/sdgs/${row.number}` };
}
