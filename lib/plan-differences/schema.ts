import type { PlanEditInput, PlanEntity } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/localized/schema.ts";

export const differenceOperations = ["added", "changed", "missing"] as const;
export type DifferenceOperation = (typeof differenceOperations)[number];

/** One field as the record and as the file has it, in the words of the editor; `part`, `parent` and `place` say where it stands. */
export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** One thing that the file says otherwise than the record, or that only one of them has. */
export interface Difference {
  operation: DifferenceOperation;
  entity: PlanEntity;
  /** The record's id; of what is added, the one that it will get. */
  id: string;
  /** Where it stands in the file; null when only the record has it. */
  path: string | null;
  /** As the record calls it, or the file when it is new. */
  number: string | null;
  title: Localized | null;
  /** Number of the commitment that a milestone belongs to. */
  within: string | null;
  /** What is stated of it when it is added, what changes; empty for what is missing. */
  fields: FieldDifference[];
}

export interface PlanDifferences {
  /** In the order of the plan, level by level; what is missing after the rest of its level. */
  differences: Difference[];
  unchanged: Record<PlanEntity, number>;
  /** What has to be done to the record, with what is missing kept. For a new plan without the plan itself. */
  edits: PlanEditInput[];
  /** What has to be done besides so that what is missing goes. */
  removals: PlanEditInput[];
}
