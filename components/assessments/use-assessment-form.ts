"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { loadAssessmentAction, publishAssessmentAction, saveAssessmentAction } from "#lib/assessments/actions.ts";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { missingToPublish } from "#lib/assessments/rules.ts";
import { saveAssessmentSchema, type AssessmentFormValues, type SaveAssessmentInput } from "#lib/assessments/schema.ts";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { confirmPath, workPath } from "./assessment-paths.ts";

type Draft = AssessmentForm["draft"];

/** What the press of a button is for; `check`: save, then look at what will be public. */
export type Intent = "save" | "publish" | "check";

function valuesOf({ assessor, subject: { period, commitmentId, milestoneId } }: AssessmentForm, draft: Draft): AssessmentFormValues {
  return {
    id: draft?.id ?? null, version: draft?.version ?? null, assessor, periodId: period.id, subject: { commitmentId, milestoneId },
    gradeId: draft?.gradeId ?? "",
    irm: { completion: draft?.irm.completion ?? "", verifiable: draft?.irm.verifiable ?? "", potential: draft?.irm.potential ?? "", earlyResults: draft?.irm.earlyResults ?? "" },
    narrative: { ka: draft?.narrative?.ka ?? "", en: draft?.narrative?.en ?? "" }, evidence: [],
  };
}

/** The state of one assessment's form: what is typed, what is saved, and what somebody else saved meanwhile (null: nothing). */
export function useAssessmentForm(data: AssessmentForm) {
  const { assessor, owner, subject, draft } = data;
  const router = useRouter();
  const intent = useRef<Intent>("save");
  const [items, setItems] = useState<EvidenceView[]>(draft?.evidence ?? []);
  const [itemsChanged, setItemsChanged] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(draft?.savedAt ?? null);
  const [theirs, setTheirs] = useState<Draft>(null);
  const go = (path: string) => router.push(`/${document.documentElement.lang}${path}`);
  const actionForm = useActionForm({
    schema: saveAssessmentSchema,
    defaults: valuesOf(data, draft),
    action: async (output: SaveAssessmentInput) => {
      const missing = intent.current === "check" ? missingToPublish(owner.voice, output) : {};
      if (Object.keys(missing).length) return { ok: false, code: "INVALID_INPUT", fieldErrors: missing } as const;
      const evidence = items.map(({ id, title }) => ({ evidenceId: id, title: title ?? {} }));
      const answer = await (intent.current === "publish" ? publishAssessmentAction : saveAssessmentAction)({ ...output, evidence });
      if (!answer.ok && answer.code === "CONFLICT") {
        const loaded = await loadAssessmentAction({ assessor, periodId: subject.period.id, subjectId: subject.id });
        setTheirs(loaded.ok ? loaded.value : null);
      }
      return answer;
    },
    onDone: ({ id, version }) => {
      form.reset({ ...form.getValues(), id, version });
      setItemsChanged(false);
      setTheirs(null);
      setSavedAt(now());
      if (intent.current === "publish") go(workPath(assessor, { period: subject.period.id, done: subject.id }));
      else if (intent.current === "check") go(confirmPath(assessor, subject.period.id, subject.id));
      else router.refresh();
    },
  });
  const { form } = actionForm;
  const take = (values: AssessmentFormValues) => form.reset(values, { keepDefaultValues: false });
  return {
    ...actionForm, items, savedAt, theirs,
    dirty: form.formState.isDirty || itemsChanged,
    changeItems: (change: (all: EvidenceView[]) => EvidenceView[]) => {
      setItems(change);
      setItemsChanged(true);
    },
    choose: (chosen: Intent) => { intent.current = chosen; },
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (found: NonNullable<Draft>) => {
      form.setValue("id", found.id);
      form.setValue("version", found.version);
      setTheirs(null);
    },
    loadTheirs: (found: NonNullable<Draft>) => {
      take(valuesOf(data, found));
      setItems(found.evidence);
      setItemsChanged(false);
      setSavedAt(found.savedAt);
      setTheirs(null);
    },
  };
}
