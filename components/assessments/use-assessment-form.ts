"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { loadAssessmentAction, publishAssessmentAction, saveAssessmentAction } from "#lib/assessments/actions.ts";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { saveAssessmentSchema, type AssessmentFormValues, type SaveAssessmentInput } from "#lib/assessments/schema.ts";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { now } from "#lib/platform/clock.ts";

type Draft = AssessmentForm["draft"];

function valuesOf({ period, commitmentId, milestoneId }: AssessmentForm["subject"], draft: Draft): AssessmentFormValues {
  return {
    id: draft?.id ?? null, version: draft?.version ?? null, periodId: period.id, subject: { commitmentId, milestoneId },
    gradeId: draft?.gradeId ?? "", narrative: { ka: draft?.narrative?.ka ?? "", en: draft?.narrative?.en ?? "" }, evidence: [],
  };
}

/** The state of one assessment's form: what is typed, what is saved, and what somebody else saved meanwhile (null: nothing). */
export function useAssessmentForm({ subject, draft }: AssessmentForm) {
  const router = useRouter();
  const publishing = useRef(false);
  const [items, setItems] = useState<EvidenceView[]>(draft?.evidence ?? []);
  const [itemsChanged, setItemsChanged] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(draft?.savedAt ?? null);
  const [theirs, setTheirs] = useState<Draft>(null);
  const key = { periodId: subject.period.id, subjectId: subject.id };
  const actionForm = useActionForm({
    schema: saveAssessmentSchema,
    defaults: valuesOf(subject, draft),
    action: async (output: SaveAssessmentInput) => {
      const evidence = items.map(({ id, title }) => ({ evidenceId: id, title: title ?? {} }));
      const answer = await (publishing.current ? publishAssessmentAction : saveAssessmentAction)({ ...output, evidence });
      if (!answer.ok && answer.code === "CONFLICT") {
        const loaded = await loadAssessmentAction(key);
        setTheirs(loaded.ok ? loaded.value : null);
      }
      return answer;
    },
    onDone: ({ id, version }) => {
      form.reset({ ...form.getValues(), id, version });
      setItemsChanged(false);
      setTheirs(null);
      setSavedAt(now());
      if (publishing.current) router.push(`/${document.documentElement.lang}/workspace/assessments?period=${subject.period.id}&done=${subject.id}`);
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
    choose: (publish: boolean) => { publishing.current = publish; },
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (found: NonNullable<Draft>) => {
      form.setValue("id", found.id);
      form.setValue("version", found.version);
      setTheirs(null);
    },
    loadTheirs: (found: NonNullable<Draft>) => {
      take(valuesOf(subject, found));
      setItems(found.evidence);
      setItemsChanged(false);
      setSavedAt(found.savedAt);
      setTheirs(null);
    },
  };
}
