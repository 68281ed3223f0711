import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import type { ProgressCounts } from "#lib/plans/milestones/rules.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { Axis, CardSubject, ProgressShape } from "./schema.ts";

const slug = "([a-z0-9-]{1,200})";
const planPath = new RegExp(`^/plans/${slug}(?:/commitments/${slug})?$`);
const reportPath = new RegExp(`^/reports/${slug}$`);

/** `/plans/a/commitments/b` → what that page is of; null for a page that has no card. */
export function cardSubjectOf(path: string): CardSubject | null {
  const [, plan, commitment] = planPath.exec(path) ?? [];
  if (plan) return commitment ? { kind: "commitment", plan, commitment } : { kind: "plan", plan };
  const [, report] = reportPath.exec(path) ?? [];
  return report ? { kind: "report", report } : null;
}

const shapes: Record<Progress, ProgressShape> = { not_started: "empty", in_progress: "half", completed: "full", suspended: "paused", withdrawn: "crossed" };
const order = ["completed", "in_progress", "not_started", "suspended", "withdrawn", "not_reported"] as const satisfies (keyof ProgressCounts)[];

/** What the agency reports of one commitment; null: nothing. */
export function progressSign(progress: Progress | null): { shape: ProgressShape } {
  return { shape: progress ? shapes[progress] : "none" };
}

/** What an assessor judges, on a scale whose worst grade has no filled step. */
export function stepsOf({ rank, of }: { rank: number; of: number }): { filled: number; of: number } {
  return { filled: rank === 0 ? 0 : rank + 1, of };
}

/** How many stand where, those of which there are any: "completed: 7 · in progress: 3". */
export function countsInWords(counts: ProgressCounts, word: (status: string) => string): string {
  return order.flatMap((status) => (counts[status] > 0 ? [`${word(status)}: ${counts[status]}`] : [])).join(" · ");
}

/** How many were judged how, the best grade first, and how many not at all. */
export function gradesInWords(grades: readonly ({ label: Localized; rank: number } | null)[], locale: Locale, notAssessed: string): string {
  const counted = new Map<string, { rank: number; count: number }>();
  for (const grade of grades) {
    const word = grade ? (localize(grade.label, locale)?.text ?? "") : notAssessed;
    counted.set(word, { rank: grade?.rank ?? -1, count: (counted.get(word)?.count ?? 0) + 1 });
  }
  return [...counted].sort(([, a], [, b]) => b.rank - a.rank).map(([word, { count }]) => `${word}: ${count}`).join(" · ");
}

/** An axis of several, told as counts. */
export function countedAxis(name: string, text: string, locale: Locale): Axis[] {
  return text ? [{ name, sign: null, word: { text, lang: locale }, by: "" }] : [];
}
