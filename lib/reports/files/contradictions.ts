import { compare, placeOf, type Difference, type Judged, type Pair } from "#lib/assessments/voice-comparisons/rules.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotAssessment, SnapshotCommitment, SnapshotMilestone, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";

/** Where voices of a report say different things of one commitment or milestone. */
export interface Contradiction {
  commitment: SnapshotCommitment;
  /** Null: the commitment as a whole. */
  milestone: SnapshotMilestone | null;
  difference: Difference;
}

/** Every contradiction of a report, the most serious first; the same rules as everywhere, on what was frozen. */
export function contradictionsOf(snapshot: Snapshot): Contradiction[] {
  const found = snapshot.commitments.flatMap((commitment) => [
    ...differencesOf(commitment, snapshot).map((difference) => ({ commitment, milestone: null, difference })),
    ...flatMilestones(commitment.milestones).flatMap(({ milestone }) => differencesOf(milestone, snapshot).map((difference) => ({ commitment, milestone, difference }))),
  ]);
  return found.sort((a, b) => placeOf(a.difference) - placeOf(b.difference));
}

function differencesOf(subject: SnapshotSubject, snapshot: Snapshot): Difference[] {
  return pairsOf(subject, snapshot).flatMap((pair) => {
    const outcome = compare(pair);
    return outcome.is === "different" ? [outcome.difference] : [];
  });
}

function pairsOf({ update, assessments }: SnapshotSubject, snapshot: Snapshot): Pair[] {
  const secretariat = assessments.find(({ voice }) => voice === "secretariat");
  const independent = assessments.filter(({ voice }) => voice === "independent");
  const judgements = assessments.flatMap((assessment): Pair[] => {
    const kind = assessment.voice === "secretariat" ? "agency_secretariat" : "agency_independent";
    return update ? [{ kind, progress: update.progress, judged: judgedBy(assessment) }] : [];
  });
  const grade = secretariat?.grade;
  const own = grade ? independent.map((assessment): Pair => ({ kind: "secretariat_independent", grade: onScale(grade), reading: readingOf(grade.code, snapshot), judged: judgedBy(assessment) })) : [];
  return [...judgements, ...own];
}

/** A report knows one scale: its plan's. */
function onScale({ rank, fulfilled }: NonNullable<SnapshotAssessment["grade"]>) {
  return { scale: "plan", rank, fulfilled };
}

function judgedBy({ grade, irm }: SnapshotAssessment): Judged {
  return { grade: grade && onScale(grade), completion: irm.completion, verifiable: irm.verifiable?.code ?? null };
}

function readingOf(code: string, { crosswalk }: Snapshot) {
  return crosswalk?.entries.find(({ grade }) => grade === code)?.completion;
}
