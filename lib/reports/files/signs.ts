import { localize } from "#lib/record/localized/schema.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { SnapshotGrade } from "#lib/reports/snapshots/schema.ts";
import type { ProgressSign, SignShape, StepsSign } from "./schema.ts";
import type { Pen } from "./writing.ts";

const shapes: Record<Progress, SignShape> = { not_started: "empty", in_progress: "half", completed: "full", suspended: "paused", withdrawn: "crossed" };

/** What the agency reports; null: nothing was reported. */
export function progressSign(progress: Progress | null, pen: Pen): ProgressSign {
  return { type: "progress", shape: progress ? shapes[progress] : "none", word: pen.say(`status.progress.${progress ?? "not_reported"}`) };
}

/** What an assessor judges, on a scale of `of` grades; the worst has no filled step. */
export function stepsSign(grade: Pick<SnapshotGrade, "label" | "rank">, of: number, pen: Pen): StepsSign {
  const word = localize(grade.label, pen.locale);
  const lang = word && word.lang !== pen.locale ? { lang: word.lang } : {};
  return { type: "steps", filled: grade.rank === 0 ? 0 : grade.rank + 1, of, word: word?.text ?? "", ...lang };
}
