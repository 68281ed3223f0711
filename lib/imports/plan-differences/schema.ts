import type { PlanEditInput, PlanEntity } from "#lib/editing/schema.ts";
import type { Recorded } from "#lib/imports/plan-places/rules.ts";

/** An edit that takes something over from a file, and where it stands there; null: only the record has it. */
export interface FileEdit {
  edit: PlanEditInput;
  path: string | null;
}

export interface PlanDifferences {
  /** What has to be done to the record, level by level in the order of the file; what is missing is kept. */
  edits: FileEdit[];
  /** What the record has and the file has not: of what is nested, the outermost. */
  missing: Recorded[];
  /** What has to be done besides so that what is missing goes. */
  removals: FileEdit[];
  /** What the file says as the record does. */
  unchanged: Record<PlanEntity, number>;
}
