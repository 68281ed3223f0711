import type { Localized } from "#lib/record/localized/schema.ts";

export type RevisedEntity = "plan" | "legal_act" | "part" | "commitment" | "milestone";
export type RevisionOperation = "added" | "changed" | "removed";

/** One field as it was and as it is; values as lib/editing writes them, readable by themselves. */
export interface FieldChange {
  id: string;
  field: string;
  before: unknown;
  after: unknown;
}

/** What a revision did to one commitment, milestone, part, act or the plan itself. */
export interface SubjectRevision {
  entity: RevisedEntity;
  entityId: string;
  operation: RevisionOperation;
  /** What it was called then. */
  number: string | null;
  title: Localized | null;
  /** Where it is read today, without the language; null: it has no page of its own. */
  path: string | null;
  /** Empty for what was added or removed. */
  fields: FieldChange[];
}

/** The act by which a plan was amended, as far as a line names it. */
export interface RevisingAct {
  kind: Localized;
  number: string;
  date: string;
  issuingBody: Localized;
  url: string | null;
}

/** One revision of a plan that the public could already read: an amendment, a change while the public was asked, or a step of its life. */
export interface Revision {
  key: string;
  kind: "amendment" | "consultation" | "step";
  /** Of an amendment, counted within the plan. */
  number: number | null;
  at: Date;
  reason: Localized | null;
  act: RevisingAct | null;
  /** Status after a step. */
  step: string | null;
  subjects: SubjectRevision[];
}
