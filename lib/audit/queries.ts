import type { Actor } from "#lib/actors/schema.ts";
import { auditScope, type AuditScope } from "#lib/audit/policy.ts";
import { auditPageSize, type AuditFilter } from "#lib/audit/schema.ts";
import type { Localized } from "#lib/localized/schema.ts";
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

/** The plans whose changes the actor may read; null when all are. Throws NOT_FOUND for who may read none. */
async function readablePlans(scope: AuditScope): Promise<string[] | null> {
  if (!scope) throw new DomainError("NOT_FOUND");
  if (scope === "all") return null;
  const plans = await db().plan.findMany({ where: { secretariatId: { in: scope.secretariatIds } }, select: { id: true } });
  return plans.map(({ id }) => id);
}

function condition(filter: AuditFilter, plans: string[] | null): Prisma.AuditEventWhereInput {
  const within = plans && (filter.plan ? plans.filter((id) => id === filter.plan) : plans);
  return {
    ...(within ? { planId: { in: within } } : filter.plan ? { planId: filter.plan } : {}),
    ...(filter.entity ? { entity: filter.entity } : {}),
    ...(filter.record ? { entityId: filter.record } : {}),
    ...(filter.actor ? { accountId: filter.actor } : {}),
  };
}

/** A page of the trail, the latest first, within what the actor may read. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  const where = condition(filter, await readablePlans(auditScope(actor)));
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
  return { events, total, pages: Math.max(1, Math.ceil(total / auditPageSize)) };
}

function fieldsOf(value: Prisma.JsonValue): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}

/** What the trail can be narrowed to: the plans and kinds of record that the actor may read. */
export async function listAuditChoices(actor: Actor): Promise<{ plans: { id: string; title: Localized }[]; entities: string[] }> {
  const ids = await readablePlans(auditScope(actor));
  const plans = await db().plan.findMany({ where: ids ? { id: { in: ids } } : {}, select: { id: true, title: true }, orderBy: { startsOn: "desc" } });
  const kinds = await db().auditEvent.findMany({ where: ids ? { planId: { in: ids } } : {}, distinct: ["entity"], select: { entity: true }, orderBy: { entity: "asc" } });
  return { plans: plans.map(({ id, title }) => ({ id, title: title as Localized })), entities: kinds.map(({ entity }) => entity) };
}
