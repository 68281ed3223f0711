"use client";

import { useRouter } from "next/navigation";
import { useEvidenceItems } from "#components/evidence/use-evidence-items.ts";
import { useVersionedForm } from "#components/forms/use-versioned-form.ts";
import { loadAssessmentAction, publishAssessmentAction, saveAssessmentAction } from "#lib/assessments/actions.ts";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { missingToPublish } from "#lib/assessments/rules.ts";
import { saveAssessmentSchema, type AssessmentFormValues, type SaveAssessmentInput } from "#lib/assessments/schema.ts";
import { confirmPath, workPath } from "./assessment-paths.ts";

type Draft = NonNullable<AssessmentForm["draft"]>;

function valuesOf({ assessor, subject: { period, commitmentId, milestoneId } }: AssessmentForm, draft: Draft | null): AssessmentFormValues {
  return {
    id: draft?.id ?? null, version: draft?.version ?? null, assessor, periodId: period.id, subject: { commitmentId, milestoneId },
    gradeId: draft?.gradeId ?? "",
    irm: { completion: draft?.irm.completion ?? "", verifiable: draft?.irm.verifiable ?? "", potential: draft?.irm.potential ?? "", earlyResults: draft?.irm.earlyResults ?? "" },
    narrative: { ka: draft?.narrative?.ka ?? "", en: draft?.narrative?.en ?? "" }, evidence: [],
  };
}

/** The state of one assessment's form, with its evidence; a monitor's button means `check`: save, then look at what will be public. */
export function useAssessmentForm(data: AssessmentForm) {
  const { assessor, owner, subject, draft } = data;
  const router = useRouter();
  const evidence = useEvidenceItems(draft?.evidence ?? []);
  const go = (path: string) => router.push(`/${document.documentElement.lang}${path}`);
  const versioned = useVersionedForm<"publish" | "check", AssessmentFormValues, SaveAssessmentInput, Draft>({
    schema: saveAssessmentSchema, defaults: valuesOf(data, draft), record: draft,
    send: async (intent, input) => {
      const missing = intent === "check" ? missingToPublish(owner.voice, input) : {};
      if (Object.keys(missing).length) return { ok: false, code: "INVALID_INPUT", fieldErrors: missing };
      return (intent === "publish" ? publishAssessmentAction : saveAssessmentAction)({ ...input, evidence: evidence.given() });
    },
    load: () => loadAssessmentAction({ assessor, periodId: subject.period.id, subjectId: subject.id }),
    onSaved: (intent) => {
      evidence.saved();
      if (intent === "publish") go(workPath(assessor, { period: subject.period.id, done: subject.id }));
      else if (intent === "check") go(confirmPath(assessor, subject.period.id, subject.id));
      else router.refresh();
    },
  });
  return {
    ...versioned, items: evidence.items, changeItems: evidence.change,
    dirty: versioned.form.formState.isDirty || evidence.changed,
    loadTheirs: (found: Draft) => {
      versioned.loadTheirs(found, valuesOf(data, found));
      evidence.replace(found.evidence);
    },
  };
}
