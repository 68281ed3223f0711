import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudits } from "#lib/record/audit/commands.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import type { EntityDifference, FieldDifference } from "./rules.ts";

/** Rows written by one statement. */
const batch = 1_000;

/** Where differences are recorded. */
export interface Record {
  planId: string;
  /** The amendment that made them; null: made while in consultation, or a step of the plan's life. */
  amendmentId: string | null;
  /** False while the plan is a draft that nobody could read: its history is nobody's. */
  isPublic: boolean;
}

/** Leaves the trace of what was changed, and tells it in the plan's history when the public could see it; in the transaction under way. */
export async function recordDifferences(actor: Actor, { isPublic, ...of }: Record, differences: readonly EntityDifference[], now: Date): Promise<void> {
  const { planId } = of;
  await recordAudits(actor, differences.map((difference) => ({ action: `${difference.entity}.${difference.operation}`, entity: difference.entity, entityId: difference.entityId, planId, ...beforeAndAfter(difference) })), now);
  if (isPublic) await tellChanges(actor, of, differences, now);
}

/** A step of the plan's life, for its history; its trace is left by who takes it. */
export async function tellStep(actor: Actor, { planId, title, fields }: { planId: string; title: Localized; fields: FieldDifference[] }, now: Date): Promise<void> {
  await tellChanges(actor, { planId, amendmentId: null }, [{ entity: "plan", entityId: planId, commitmentId: null, operation: "changed", number: null, title, fields }], now);
}

async function tellChanges(actor: Actor, { planId, amendmentId }: Omit<Record, "isPublic">, differences: readonly EntityDifference[], now: Date): Promise<void> {
  const by = { planId, amendmentId, at: now, accountId: actor.accountId, actorName: actor.name };
  const rows = differences.flatMap(({ fields, title, ...subject }) =>
    fields.map(({ field, before, after }) => ({ ...by, ...subject, title: json(title), field: subject.operation === "changed" ? field : null, before: json(before), after: json(after) })),
  );
  const placed = rows.map((row, position) => ({ ...row, position }));
  for (let from = 0; from < placed.length; from += batch) await db().planChange.createMany({ data: placed.slice(from, from + batch) });
}

function json(value: unknown) {
  return value === null || value === undefined ? jsonOrNull(null) : (value as Prisma.InputJsonValue);
}

function beforeAndAfter({ operation, fields }: EntityDifference) {
  const all = (side: "before" | "after") => Object.fromEntries(fields.map((difference) => [difference.field, difference[side]])) as Prisma.InputJsonObject;
  const whole = (side: "before" | "after") => fields[0]?.[side] as Prisma.InputJsonObject;
  if (operation === "changed") return { before: all("before"), after: all("after") };
  return operation === "added" ? { after: whole("after") } : { before: whole("before") };
}
