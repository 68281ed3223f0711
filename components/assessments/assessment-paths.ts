import { assessorKey, type Assessor } from "#lib/assessments/schema.ts";

interface Shown {
  period?: string;
  show?: "unassessed" | undefined;
  /** What has just been published. */
  done?: string;
}

/** The list of what is assessed in that name; paths are without their language. */
export function workPath(assessor: Assessor, shown: Shown = {}): string {
  const query = new URLSearchParams({ as: assessorKey(assessor) });
  for (const [name, value] of Object.entries(shown)) if (value) query.set(name, value);
  return `/workspace/assessments?${query}`;
}

export function formPath(assessor: Assessor, periodId: string, subjectId: string): string {
  return `/workspace/assessments/${periodId}/${subjectId}?as=${assessorKey(assessor)}`;
}

export function confirmPath(assessor: Assessor, periodId: string, subjectId: string): string {
  return `/workspace/assessments/${periodId}/${subjectId}/confirm?as=${assessorKey(assessor)}`;
}
