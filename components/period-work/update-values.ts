import type { EvidenceView } from "#lib/evidence/queries.ts";
import { compact } from "#lib/record/localized/schema.ts";
import type { ReportedSubject, UpdateView } from "#lib/reporting/queries.ts";
import type { SubmittedUpdate } from "#lib/reporting/rules.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";

/** The fields of the form for a saved update; a correction starts from the words of the accepted one. */
export function valuesOf(subject: ReportedSubject, working: UpdateView | null): UpdateFormValues {
  const from = working ?? subject.accepted;
  return {
    id: working?.id ?? null,
    version: working?.version ?? null,
    periodId: subject.period.id,
    subject: { commitmentId: subject.commitmentId, milestoneId: subject.milestoneId },
    progress: from?.progress ?? null,
    result: { ka: from?.result?.ka ?? "", en: from?.result?.en ?? "" },
    reasons: { ka: from?.reasons?.ka ?? "", en: from?.reasons?.en ?? "" },
    noProgress: from?.noProgress ?? false,
    actuals: subject.indicators.map(({ id }) => {
      const actual = from?.actuals.find(({ indicatorId }) => indicatorId === id);
      return { indicatorId: id, value: actual?.value ?? "", text: { ka: actual?.text?.ka ?? "", en: actual?.text?.en ?? "" } };
    }),
    evidence: [],
  };
}

/** What is sent of the attached pieces. */
export function attachedOf(items: readonly EvidenceView[]) {
  return items.map(({ id, verificationSourceId, title }) => ({ evidenceId: id, verificationSourceId, title: title ?? {} }));
}

/** What the rules look at, of what is typed. */
export function saidOf(values: Pick<UpdateFormValues, "progress" | "result" | "reasons" | "noProgress">, items: readonly EvidenceView[]): SubmittedUpdate {
  return { progress: values.progress, result: trimmed(values.result), reasons: trimmed(values.reasons), noProgress: values.noProgress, evidence: [...items] };
}

/** One spelling of everything that a save would write, to tell whether anything changed. */
export function spelling(values: UpdateFormValues, items: readonly EvidenceView[]): string {
  const { progress, result, reasons, noProgress, actuals } = values;
  const stated = actuals.map(({ indicatorId, value, text }) => [indicatorId, value || null, trimmed(text)]).filter(([, value, text]) => value !== null || text !== null);
  const pieces = items.map(({ id, verificationSourceId, title }) => [id, verificationSourceId, compact(title)]);
  return JSON.stringify([progress, trimmed(result), trimmed(reasons), noProgress, stated, pieces]);
}

function trimmed(texts: { ka?: string | undefined; en?: string | undefined }) {
  return compact({ ka: texts.ka?.trim(), en: texts.en?.trim() });
}
