import type { Progress } from "#lib/reporting/schema.ts";
import type { DifferenceKind, UncomparedReason } from "./schema.ts";

/** A grade of a scale of fulfilment; rank 0 is the worst. */
export interface ScaleGrade {
  scale: string;
  rank: number;
  fulfilled: boolean;
}

/** A step of IRM's scale of completion; rank 0 is the worst, null says nothing of better or worse. */
export interface CompletionStep {
  code: string;
  rank: number | null;
}

/** What an assessor judged: the Secretariat by a grade, an independent monitor by that, by IRM's scales, or both. */
export interface Judged {
  grade: ScaleGrade | null;
  completion: CompletionStep | null;
  /** Code of IRM's grade. */
  verifiable: string | null;
}

/**
 * Two voices on the same commitment or milestone in the same period. `reading` is how the Secretariat's crosswalk reads its
 * grade: undefined where none is recorded, null where nothing corresponds.
 */
export type Pair =
  | { kind: "agency_secretariat" | "agency_independent"; progress: Progress; judged: Judged }
  | { kind: "secretariat_independent"; grade: ScaleGrade; reading: CompletionStep | null | undefined; judged: Judged };

/** `steps` and `by` are set for judgements of the same axis: how far apart, on the plan's own scale or through the crosswalk. */
export interface Difference {
  kind: DifferenceKind;
  steps: number | null;
  by: "scale" | "crosswalk" | null;
}

export type Outcome = { is: "different"; difference: Difference } | { is: "alike" } | { is: "uncompared"; reason: UncomparedReason } | { is: "apart" };

/**
 * The most serious first: where the agency says done and an assessor says nothing was, or the Secretariat judges far more
 * kindly than an independent monitor; last, where the government is harder on itself. `steps` is the least that counts.
 */
export const seriousness: readonly { kind: DifferenceKind; steps?: number }[] = [
  { kind: "completed_worst" },
  { kind: "kinder", steps: 3 },
  { kind: "completed_no_evidence" },
  { kind: "kinder", steps: 2 },
  { kind: "completed_unverifiable" },
  { kind: "unstarted_fulfilled" },
  { kind: "harsher", steps: 3 },
  { kind: "kinder", steps: 1 },
  { kind: "harsher", steps: 2 },
  { kind: "harsher", steps: 1 },
];

/** The place of a difference in {@link seriousness}; 0 is the most serious. */
export function placeOf({ kind, steps }: Difference): number {
  return seriousness.findIndex((line) => line.kind === kind && (steps ?? 0) >= (line.steps ?? 0));
}

/**
 * The cases whose pairs stand on a page (from 1) when the most serious place comes first, and how many pairs of those cases
 * stand before it: whole places that are on other pages need not be put in order.
 */
export function casesOfPage<C extends { place: number; count: number }>(cases: readonly C[], page: number, size: number): [cases: C[], skipped: number] {
  const start = (page - 1) * size;
  const before = (place: number) => cases.reduce((sum, one) => (one.place < place ? sum + one.count : sum), 0);
  const shown = cases.filter(({ place }) => before(place) < start + size && before(place + 1) > start);
  const first = Math.min(...shown.map(({ place }) => place));
  return [shown, shown.length > 0 ? start - before(first) : 0];
}

const noEvidence = "completion.no_evidence";
const complete = "completion.complete";
const notVerifiable = "verifiable.no";

/**
 * What two voices are to each other. "apart": progress and judgement that do not contradict each other, which is all that
 * can be said of two axes. Of several differences between two voices the most serious is told.
 */
export function compare(pair: Pair): Outcome {
  if (pair.kind === "secretariat_independent") return compareJudgements(pair);
  const kind = contradictionOf(pair.progress, pair.judged);
  return kind ? { is: "different", difference: { kind, steps: null, by: null } } : { is: "apart" };
}

function contradictionOf(progress: Progress, { grade, completion, verifiable }: Judged): DifferenceKind | null {
  if (progress === "completed") {
    if (grade?.rank === 0 || completion?.rank === 0) return "completed_worst";
    if (completion?.code === noEvidence) return "completed_no_evidence";
    return verifiable === notVerifiable ? "completed_unverifiable" : null;
  }
  if (progress !== "not_started" && progress !== "suspended") return null;
  return grade?.fulfilled || completion?.code === complete ? "unstarted_fulfilled" : null;
}

/** Positive: the Secretariat is kinder, by so many steps. */
type Distance = { steps: number; by: "scale" | "crosswalk" } | { reason: UncomparedReason };

function compareJudgements({ grade, reading, judged }: Extract<Pair, { kind: "secretariat_independent" }>): Outcome {
  const distances: Distance[] = [];
  if (judged.grade?.scale === grade.scale) distances.push({ steps: grade.rank - judged.grade.rank, by: "scale" });
  if (judged.completion) distances.push(throughCrosswalk(reading, judged.completion));
  const differences = distances.flatMap((distance) => ("steps" in distance && distance.steps !== 0 ? [differenceOf(distance)] : []));
  const [first] = differences.sort((a, b) => placeOf(a) - placeOf(b));
  if (first) return { is: "different", difference: first };
  if (distances.some((distance) => "steps" in distance)) return { is: "alike" };
  const [distance] = distances;
  return { is: "uncompared", reason: distance && "reason" in distance ? distance.reason : "nothing_corresponds" };
}

function throughCrosswalk(reading: CompletionStep | null | undefined, completion: CompletionStep): Distance {
  if (reading === undefined) return { reason: "no_crosswalk" };
  if (reading === null) return { reason: "nothing_corresponds" };
  if (reading.code === completion.code) return { steps: 0, by: "crosswalk" };
  if (reading.rank === null || completion.rank === null) return { reason: "no_rank" };
  return { steps: reading.rank - completion.rank, by: "crosswalk" };
}

function differenceOf({ steps, by }: { steps: number; by: "scale" | "crosswalk" }): Difference {
  return { kind: steps > 0 ? "kinder" : "harsher", steps: Math.abs(steps), by };
}
