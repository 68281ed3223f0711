import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { revisionsOf, type ChangeRow } from "./rules.ts";
import type { Revision } from "./schema.ts";

/** What changed in a plan since the public could first read it. */
export interface PlanHistory {
  plan: { slug: string; title: Localized; vocabulary: string; status: string; secretariat: OrganisationRef };
  revisions: Revision[];
  /** Changes in all, and pages of them; an amendment of thousands takes several. */
  changes: number;
  page: number;
  pages: number;
}

const pageSize = 200;

const act = { select: { kind: true, number: true, date: true, issuingBody: true, url: true } } as const;
const changeSelect = {
  id: true, at: true, entity: true, entityId: true, commitmentId: true, operation: true, number: true, title: true, field: true, before: true, after: true,
  amendment: { select: { id: true, number: true, reason: true, legalAct: act } },
} as const satisfies Prisma.PlanChangeSelect;
type Row = Prisma.PlanChangeGetPayload<{ select: typeof changeSelect }>;

/** The latest first; within one instant in the order of the plan. */
const inOrder = [{ at: "desc" }, { position: "asc" }, { id: "asc" }] satisfies Prisma.PlanChangeOrderByWithRelationInput[];
const madePublic = { OR: [{ amendmentId: null }, { amendment: { is: { status: "made" } } }] };

/** The history of a plan that is no draft, {@link pageSize} changes a page (from 1); null when there is none such. */
export async function getPlanHistory(slug: string, page: number): Promise<PlanHistory | null> {
  const plan = await db().plan.findFirst({
    relationLoadStrategy: "join",
    where: { slug, status: { not: "draft" } },
    select: { id: true, slug: true, title: true, vocabulary: true, status: true, secretariat: organisationSelect },
  });
  if (!plan) return null;
  const where = { planId: plan.id, ...madePublic };
  const changes = await db().planChange.count({ where });
  const { page: shown, pages, window } = pageOf(changes, pageSize, page);
  const rows = await db().planChange.findMany({ relationLoadStrategy: "join", where, orderBy: inOrder, ...window, select: changeSelect });
  const { title, vocabulary, status, secretariat } = plan;
  return {
    plan: { slug, vocabulary, status, title: title as Localized, secretariat: organisationRef(secretariat) },
    revisions: revisionsOf(rows, await pathsOf(plan.slug, rows)),
    changes, pages, page: shown,
  };
}

/** What changed in one commitment and its milestones, the latest first. */
export async function listCommitmentRevisions(commitmentId: string): Promise<Revision[]> {
  const where = { commitmentId, ...madePublic };
  const rows = await db().planChange.findMany({ relationLoadStrategy: "join", where, orderBy: inOrder, take: pageSize, select: { ...changeSelect, plan: { select: { slug: true } } } });
  return revisionsOf(rows, await pathsOf(rows[0]?.plan.slug ?? "", rows));
}

/** Where each subject is read today: a milestone under its present number on the page of its commitment. */
async function pathsOf(plan: string, rows: readonly Row[]): Promise<(row: ChangeRow) => string | null> {
  const ids = (entity: string) => [...new Set(rows.filter((row) => row.entity === entity).map(({ entityId }) => entityId))];
  const [ofCommitments, ofMilestones] = [ids("commitment"), ids("milestone")];
  const commitments = ofCommitments.length === 0 ? [] : await db().commitment.findMany({ where: { id: { in: ofCommitments } }, select: { id: true, slug: true } });
  const milestones = ofMilestones.length === 0 ? [] : await db().milestone.findMany({ where: { id: { in: ofMilestones } }, select: { id: true, number: true, commitment: { select: { slug: true } } } });
  const paths = new Map([
    ...commitments.map(({ id, slug }) => [id, `/plans/${plan}/commitments/${slug}`] as const),
    ...milestones.map(({ id, number, commitment }) => [id, `/plans/${plan}/commitments/${commitment.slug}#${number}`] as const),
  ]);
  return ({ entityId }) => paths.get(entityId) ?? null;
}
