import type { Actor } from "#lib/record/actors/schema.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { getPlanContent } from "#lib/editing/queries.ts";
import { overlay, parseEdits } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEdit } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { staleIn } from "./rules.ts";
import type { AmendmentDraft, PlanForEditing } from "./schema.ts";

/** The draft amendment of a plan, of which `base` is the record; null when nobody prepares one. Its act: the one named, else the one that it adds. */
export async function getAmendmentDraft(base: PlanContent): Promise<AmendmentDraft | null> {
  const row = await db().amendment.findFirst({ where: { planId: base.plan.id, status: "draft" }, orderBy: { createdAt: "asc" } });
  if (!row) return null;
  const edits = stagedEdits(row.edits);
  const { id, version, savedAt, actorName } = row;
  const legalActId = row.legalActId ?? edits.find(({ op, entity }) => op === "add" && entity === "legal_act")?.id ?? null;
  return { id, version, legalActId, savedAt, actorName, reason: row.reason as Localized | null, edits, stale: staleIn(base, edits) };
}

/** What a draft amendment holds. */
export function stagedEdits(value: unknown): PlanEdit[] {
  return parseEdits(Array.isArray(value) ? value : []);
}

/** A plan for those who write it. Throws NOT_FOUND for everybody but its Secretariat. */
export async function getPlanForEditing(actor: Actor, planId: string): Promise<PlanForEditing> {
  const base = await getPlanContent(planId);
  if (!base || !canDraft(actor, base.plan)) throw new DomainError("NOT_FOUND");
  const amendment = base.plan.status === "adopted" ? await getAmendmentDraft(base) : null;
  return { content: amendment ? overlay(base, amendment.edits) : base, base, amendment };
}

/** Who changed something last, and when; null when nobody has since it is there. */
export async function getLastChange(entityId: string): Promise<{ by: string; at: Date } | null> {
  const event = await db().auditEvent.findFirst({ where: { entityId }, orderBy: { id: "desc" }, select: { actorName: true, at: true } });
  return event && { by: event.actorName, at: event.at };
}

/** The version of a row of a plan; null when it is gone. */
export async function getRowVersion(entity: PlanEdit["entity"], id: string): Promise<number | null> {
  const asked = { where: { id }, select: { version: true } } as const;
  const row = await {
    plan: () => db().plan.findUnique(asked),
    legal_act: () => db().legalAct.findUnique(asked),
    part: () => db().planPart.findUnique(asked),
    commitment: () => db().commitment.findUnique(asked),
    milestone: () => db().milestone.findUnique(asked),
  }[entity]();
  return row?.version ?? null;
}
