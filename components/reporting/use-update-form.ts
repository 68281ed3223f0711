"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useForm, type Path } from "react-hook-form";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { ErrorCode, FieldErrors } from "#lib/platform/errors.ts";
import { loadUpdateAction, saveUpdateAction, submitUpdateAction } from "#lib/reporting/actions.ts";
import type { UpdateForm } from "#lib/reporting/queries.ts";
import { submissionProblems } from "#lib/reporting/rules.ts";
import { saveUpdateSchema, type SaveUpdateInput, type UpdateFormValues } from "#lib/reporting/schema.ts";
import { flat } from "#components/forms/use-action-form.ts";
import { attachedOf, valuesOf } from "./update-values.ts";

/** What somebody else saved meanwhile; null: the report is no draft any more. */
export interface Conflict {
  theirs: UpdateForm["working"];
  kept: boolean;
}

const unavailable = { ok: false, code: "UNAVAILABLE", fieldErrors: {} } as const;

/** The state of one update's form: what is typed, what is saved, what keeps it from being sent, who was faster. */
export function useUpdateForm({ subject, working }: UpdateForm, now: Date) {
  const router = useRouter();
  const locale = useLocale();
  const form = useForm<UpdateFormValues, unknown, SaveUpdateInput>({ resolver: zodResolver(saveUpdateSchema), defaultValues: valuesOf(subject, working), shouldFocusError: false });
  const [items, setItems] = useState<EvidenceView[]>(working?.evidence ?? []);
  const [itemsChanged, setItemsChanged] = useState(false);
  const [saved, setSaved] = useState(working && { id: working.id, version: working.version, at: working.savedAt });
  const [code, setCode] = useState<ErrorCode>();
  const [conflict, setConflict] = useState<Conflict>();
  const dirty = form.formState.isDirty || itemsChanged;
  useWarningBeforeLeaving(dirty);

  const refuse = async (refusal: ErrorCode, fields: FieldErrors) => {
    for (const [path, message] of Object.entries(fields)) form.setError(path as Path<UpdateFormValues>, { message });
    setCode(refusal);
    if (refusal !== "CONFLICT" && refusal !== "TRANSITION_NOT_ALLOWED") return;
    const loaded = await loadUpdateAction({ periodId: subject.period.id, subjectId: subject.id }).catch(() => unavailable);
    if (loaded.ok && loaded.value?.version !== saved?.version) setConflict({ theirs: loaded.value, kept: false });
  };
  const send = (action: typeof saveUpdateAction, whole: boolean) => async (output: SaveUpdateInput) => {
    setCode(undefined);
    const typed = form.getValues();
    const input = { ...output, id: saved?.id ?? null, version: saved?.version ?? null, evidence: attachedOf(items) };
    const problems = whole ? submissionProblems(input, { due: subject.due, hasSources: subject.sources.length > 0, reachable: subject.reachable }, now) : null;
    if (problems) return refuse(problems.code, problems.fields);
    const answer = await action(input).catch(() => unavailable);
    if (!answer.ok) return refuse(answer.code, answer.fieldErrors);
    setSaved({ id: answer.value.id, version: answer.value.version, at: answer.value.savedAt });
    setConflict(undefined);
    setItemsChanged(false);
    form.reset(typed, { keepValues: true });
    if (whole) router.push(`/${locale}/workspace/periods/${subject.period.id}?sent=${subject.id}`);
  };
  return {
    form, items, code, conflict, dirty,
    errors: flat(form.formState.errors),
    saving: form.formState.isSubmitting,
    savedAt: saved?.at ?? null,
    changeItems: (change: (all: EvidenceView[]) => EvidenceView[]) => {
      setItems(change);
      setItemsChanged(true);
      // What was wrong with the proof was said of another list.
      form.clearErrors("evidence");
      if (code === "EVIDENCE_REQUIRED") setCode(undefined);
    },
    save: form.handleSubmit(send(saveUpdateAction, false)),
    submit: form.handleSubmit(send(submitUpdateAction, true)),
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (theirs: NonNullable<Conflict["theirs"]>) => {
      setSaved({ id: theirs.id, version: theirs.version, at: theirs.savedAt });
      setConflict({ theirs, kept: true });
      setCode(undefined);
    },
    loadTheirs: (theirs: NonNullable<Conflict["theirs"]>) => {
      form.reset(valuesOf(subject, theirs));
      setItems(theirs.evidence);
      setItemsChanged(false);
      setSaved({ id: theirs.id, version: theirs.version, at: theirs.savedAt });
      setConflict(undefined);
      setCode(undefined);
    },
  };
}

/** The browser asks before a page with unsaved words is closed. */
function useWarningBeforeLeaving(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);
}
