import type { Actor } from "#lib/record/actors/schema.ts";
import { auditScope, type AuditScope } from "#lib/record/audit/policy.ts";
import { auditPageSize, type AuditFilter } from "#lib/record/audit/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** One change as it is shown; `before` and `after` hold the changed fields only. */
export interface AuditEventView {
  id: string;
  at: Date;
  accountId: string | null;
  actorName: string;
  action: string;
  entity: string;
  entityId: string;
  plan: { id: string; slug: string; title: Localized } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface AuditPage {
  events: AuditEventView[];
  total: number;
  pages: number;
}

/** Whose changes an actor may read: of these plans, and of these records of the process that belong to no plan. */
interface Readable {
  plans: string[];
  records: string[];
}

/** What the actor may read; null when it is all. Throws NOT_FOUND for who may read nothing. */
async function readable(scope: AuditScope): Promise<Readable | null> {
  if (!scope) throw new DomainError("NOT_FOUND");
  if (scope === "all") return null;
  const own = { where: { secretariatId: { in: scope.secretariatIds } }, select: { id: true } } as const;
  const [plans, events, groups, recommendations] = await Promise.all([
    db().plan.findMany(own), db().processEvent.findMany(own), db().workingGroup.findMany(own), db().recommendation.findMany({ where: { event: own.where }, select: { id: true } }),
  ]);
  return { plans: plans.map(({ id }) => id), records: [...events, ...groups, ...recommendations].map(({ id }) => id) };
}

function within(own: Readable): Prisma.AuditEventWhereInput {
  return { OR: [{ planId: { in: own.plans } }, { planId: null, entityId: { in: own.records } }] };
}

function condition(filter: AuditFilter, own: Readable | null): Prisma.AuditEventWhereInput {
  return {
    ...(own && within(own)),
    ...(filter.plan ? { planId: filter.plan } : {}),
    ...(filter.entity ? { entity: filter.entity } : {}),
    ...(filter.record ? { entityId: filter.record } : {}),
    ...(filter.actor ? { accountId: filter.actor } : {}),
  };
}

/** A page of the trail, the latest first, within what the actor may read. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  const where = condition(filter, await readable(auditScope(actor)));
  const total = await db().auditEvent.count({ where });
  const rows = await db().auditEvent.findMany({ where, orderBy: { id: "desc" }, skip: (filter.page - 1) * auditPageSize, take: auditPageSize });
  const planIds = [...new Set(rows.flatMap(({ planId }) => planId ?? []))];
  const plans = await db().plan.findMany({ where: { id: { in: planIds } }, select: { id: true, slug: true, title: true } });
  const planOf = new Map(plans.map((plan) => [plan.id, { ...plan, title: plan.title as Localized }]));
  const events = rows.map(({ planId, before, after, ...row }) => ({
    ...row,
    id: row.id.toString(),
    plan: planOf.get(planId ?? "") ?? null,
    before: fieldsOf(before),
    after: fieldsOf(after),
  }));
  return { events, total, pages: pagesOf(total, auditPageSize) };
}

function fieldsOf(value: Prisma.JsonValue): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}

/** What the trail can be narrowed to: the plans and kinds of record that the actor may read. */
export async function listAuditChoices(actor: Actor): Promise<{ plans: { id: string; title: Localized }[]; entities: string[] }> {
  const own = await readable(auditScope(actor));
  const plans = await db().plan.findMany({ where: own ? { id: { in: own.plans } } : {}, select: { id: true, title: true }, orderBy: { startsOn: "desc" } });
  const kinds = await db().auditEvent.findMany({ where: own ? within(own) : {}, distinct: ["entity"], select: { entity: true }, orderBy: { entity: "asc" } });
  return { plans: plans.map(({ id, title }) => ({ id, title: title as Localized })), entities: kinds.map(({ entity }) => entity) };
}
