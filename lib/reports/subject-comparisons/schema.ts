import type { Localized } from "#lib/record/localized/schema.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { SnapshotBudgetLine } from "#lib/reports/snapshots/schema.ts";

/** What is said of a commitment, milestone, event or the plan, by its name in `messages/…/report-comparisons.json` under `facts`. */
export type FactName =
  | "number" | "title" | "description" | "plainSummary" | "expectedOutcome" | "sourceNote" | "term" | "lead" | "partners" | "sources" | "areas" | "sdgs" | "part" | "budget"
  | "indicator" | "indicatorCode" | "baseline" | "target" | "unit" | "actual" | "actualText" | "narrative"
  | "progress" | "result" | "reasons" | "noProgress" | "reporter" | "accepted" | "evidence"
  | "grade" | "completion" | "verifiable" | "potential" | "earlyResults" | "assessorNarrative" | "assessorEvidence" | "assessed" | "answer"
  | "days" | "cancelled" | "cancelReason" | "presentsResults" | "group" | "place" | "url" | "summary" | "agenda" | "minutes" | "attendance" | "decisions" | "recommendations"
  | "locality" | "secretariat" | "legalActs" | "scale" | "crosswalk" | "other";

/** A short value: where something stands, how it was judged, or words. */
export type FactValue = { type: "progress"; progress: Progress } | { type: "grade"; label: Localized; rank: number } | { type: "words"; words: Localized } | { type: "plain"; text: string } | { type: "flag"; set: boolean };

/** One thing that two versions say differently; null: the version says nothing of it. `about`: whose judgement, which indicator. */
export type FactChange = { name: FactName; about: Localized | null } & (
  | { kind: "text"; before: Localized | null; after: Localized | null }
  | { kind: "value"; before: FactValue | null; after: FactValue | null }
  | { kind: "list"; removed: Localized[]; added: Localized[] }
  | { kind: "budget"; before: readonly SnapshotBudgetLine[]; after: readonly SnapshotBudgetLine[] }
);
