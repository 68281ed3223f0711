import type { Actor } from "#lib/record/actors/schema.ts";
import type { PlanEntity } from "#lib/editing/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { valuesOf, type FormValues } from "./rules.ts";
import { keptDraftSchema, type DraftPlace } from "./schema.ts";

/** A form that its own person left unfinished. */
export interface OwnDraft {
  entity: PlanEntity;
  entityId: string;
  values: FormValues;
  /** What the record said when the person began; null: it is new. */
  base: FormValues | null;
  place: DraftPlace | null;
  /** Of the record it began from; null: it is new. */
  version: number | null;
  savedAt: Date;
}

/** That somebody else has something unfinished here, and when they last typed; never what. */
export interface ColleagueAtWork {
  entity: PlanEntity;
  entityId: string;
  name: string;
  savedAt: Date;
}

/** The person's own unfinished forms of a plan, newest first. Nobody else's are ever read. */
export async function listOwnDrafts(actor: Actor, planId: string): Promise<OwnDraft[]> {
  if (!actor.accountId) return [];
  const rows = await db().editingDraft.findMany({ where: { accountId: actor.accountId, planId }, orderBy: { savedAt: "desc" } });
  return rows.flatMap(({ entity, entityId, fields, version, savedAt }) => {
    const kept = keptDraftSchema.safeParse(fields);
    if (!kept.success) return [];
    const [known, { values, base, place }] = [entity as PlanEntity, kept.data];
    return [{ entity: known, entityId, values: valuesOf(known, values), base: base && valuesOf(known, base), place, version, savedAt }];
  });
}

/** Who else is at work on a plan (or on one thing of it), the latest first. For pages and commands that have checked the actor's right to the plan. */
export async function listColleaguesAtWork(actor: Actor, planId: string, thing?: { entity: PlanEntity; entityId: string }): Promise<ColleagueAtWork[]> {
  const rows = await db().editingDraft.findMany({
    where: { planId, ...thing, ...(actor.accountId ? { accountId: { not: actor.accountId } } : {}) },
    select: { entity: true, entityId: true, savedAt: true, account: { select: { name: true } } },
    orderBy: { savedAt: "desc" },
  });
  return rows.map(({ entity, entityId, savedAt, account }) => ({ entity: entity as PlanEntity, entityId, name: account.name, savedAt }));
}
