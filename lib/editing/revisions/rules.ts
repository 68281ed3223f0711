import type { Localized } from "#lib/record/localized/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { Revision, RevisedEntity, RevisingAct, RevisionOperation, SubjectRevision } from "./schema.ts";

/** A change as the record keeps it, with the amendment it belongs to. */
export interface ChangeRow {
  id: string;
  at: Date;
  entity: string;
  entityId: string;
  operation: string;
  number: string | null;
  title: unknown;
  field: string | null;
  before: unknown;
  after: unknown;
  amendment: { id: string; number: number | null; reason: unknown; legalAct: { kind: unknown; number: string; date: string; issuingBody: unknown; url: string | null } | null } | null;
}

/** Fields that change along with another and say nothing by themselves. */
const silent = new Set(["slug"]);

/**
 * Rows, the latest first, as the revisions they belong to: an amendment is one; what changed on one day while the public was
 * asked is one; a step of the plan's life is one by itself. `pathOf` tells where a subject is read today.
 */
export function revisionsOf(rows: readonly ChangeRow[], pathOf: (row: ChangeRow) => string | null): Revision[] {
  const told = rows.filter(({ field }) => field === null || !silent.has(field));
  const groups = Map.groupBy(told, keyOf);
  return [...groups].map(([key, [first, ...others]]) => {
    const group = first ? [first, ...others] : [];
    const status = group.find(isStep);
    const step = status ? String(status.after) : null;
    const amendment = first?.amendment ?? null;
    return {
      key,
      kind: amendment ? "amendment" : step ? "step" : "consultation",
      number: amendment?.number ?? null,
      at: first?.at ?? new Date(0),
      reason: (amendment?.reason ?? null) as Localized | null,
      act: (amendment?.legalAct ?? null) as RevisingAct | null,
      step,
      subjects: subjectsOf(group.filter((row) => !isStep(row)), pathOf),
    };
  });
}

function isStep({ entity, field, amendment }: ChangeRow): boolean {
  return amendment === null && entity === "plan" && (field === "status" || field === "consultation");
}

/** A step and the window that it opened were written at the same instant. */
function keyOf(row: ChangeRow): string {
  if (row.amendment) return row.amendment.id;
  return isStep(row) ? `step ${row.at.toISOString()}` : `consultation ${dayOf(row.at)}`;
}

/** The subjects in the order of the plan, as the rows are given. */
function subjectsOf(rows: readonly ChangeRow[], pathOf: (row: ChangeRow) => string | null): SubjectRevision[] {
  return [...Map.groupBy(rows, ({ entityId, operation }) => `${operation} ${entityId}`).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { entity, entityId, operation, number, title } = first;
    return {
      entity: entity as RevisedEntity, entityId, operation: operation as RevisionOperation, number, title: title as Localized | null, path: pathOf(first),
      fields: [first, ...others].flatMap(({ id, field, before, after }) => (field ? [{ id, field, before, after }] : [])),
    };
  });
}

/** When a subject was last amended, and by which amendment; null: it stands as it was adopted. */
export function lastAmendment(revisions: readonly Revision[], entityId: string): { revision: Revision; subject: SubjectRevision } | null {
  for (const revision of revisions) {
    const subject = revision.kind === "amendment" ? revision.subjects.find((one) => one.entityId === entityId) : undefined;
    if (subject) return { revision, subject };
  }
  return null;
}
