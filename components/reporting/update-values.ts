import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { ReportedSubject, UpdateView } from "#lib/reporting/queries.ts";
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
