"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useState, type SyntheticEvent } from "react";
import { useForm, type FieldValues } from "react-hook-form";
import { flat } from "#components/forms/use-action-form.ts";
import { saveEditAction } from "#lib/editing/amendments/actions.ts";
import { fieldsSchemas, type PlanEditInput } from "#lib/editing/schema.ts";
import { discardEditingDraftAction } from "#lib/editing/drafts/actions.ts";
import { fieldsFrom, merge, valuesOf, type FormValues } from "#lib/editing/drafts/rules.ts";
import { fieldErrorsOf, type ErrorCode } from "#lib/platform/errors.ts";
import type { OpenedEntity } from "#lib/plans/editor/queries.ts";
import { newId } from "#lib/platform/ids.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

/** What two people did to the same thing; see `merge`. */
export interface Meeting {
  by: string | null;
  at: Date | null;
  mine: FormValues;
  theirs: FormValues;
  taken: string[];
  disputed: string[];
}

const unavailable = { ok: false, code: "UNAVAILABLE", fieldErrors: {} } as const;

/** Where the form begins: at the record, at the person's own draft, or at both put together when the record went on meanwhile. */
function begin({ entity, version, values, draft }: OpenedEntity): { values: FormValues; meeting: Meeting | null } {
  if (!draft) return { values, meeting: null };
  if (draft.version === version || !draft.base) return { values: draft.values, meeting: null };
  const merged = merge(entity, draft.base, draft.values, values);
  return { values: merged.values, meeting: { ...merged, by: null, at: null, mine: draft.values, theirs: values } };
}

/** The state of one form: what is typed and kept, what the plan said when the person began, and who was faster. */
export function useEntityForm(opened: OpenedEntity, after: (again: boolean) => void) {
  const { planId, entity, draft } = opened;
  const [start] = useState(() => begin(opened));
  const form = useForm<FieldValues>({ defaultValues: start.values, shouldFocusError: false });
  const [record, setRecord] = useState({ id: opened.id, version: opened.version, values: opened.values });
  const [meeting, setMeeting] = useState(start.meeting);
  const [restored, setRestored] = useState(draft !== null);
  const [gone, setGone] = useState(false);
  const [code, setCode] = useState<ErrorCode>();
  const [locale, router] = [useLocale(), useRouter()];
  const kept = useKeptDraft(form, { planId, entity, entityId: record.id, version: record.version, base: record.version === null ? null : record.values, place: opened.place });

  const refuse = (refusal: ErrorCode, errors: Readonly<Record<string, string>>) => {
    for (const [path, message] of Object.entries(errors)) form.setError(path, { message });
    setCode(refusal);
  };
  const send = (again: boolean) => form.handleSubmit(async (typed) => {
    setCode(undefined);
    const values = typed as FormValues;
    const fields = fieldsFrom(entity, values);
    const parsed = fieldsSchemas[entity].safeParse(fields);
    if (!parsed.success) return refuse("INVALID_INPUT", fieldErrorsOf(parsed.error));
    kept.pause();
    const edit = { op: record.version === null ? "add" : "change", entity, id: record.id, fields, ...(record.version === null ? { place: opened.place ?? {} } : { version: record.version }) };
    const answer = await saveEditAction({ planId, edit: edit as PlanEditInput }).catch(() => unavailable);
    if (!answer.ok) return refuse(answer.code, answer.fieldErrors);
    if (answer.value.outcome === "saved") return after(again);
    const { current, by, at } = answer.value;
    if (!current) return setGone(true);
    const theirs = valuesOf(entity, current.fields);
    const merged = merge(entity, record.values, values, theirs);
    form.reset(merged.values);
    setRecord({ ...record, version: current.version, values: theirs });
    setMeeting({ ...merged, by, at, mine: values, theirs });
  });
  return {
    form, code, meeting, gone, restored, kept,
    save: (event: SyntheticEvent, again: boolean) => {
      // What was wrong with a list or a whole text would keep the form from being sent again.
      form.clearErrors();
      return send(again)(event);
    },
    errors: flat(form.formState.errors),
    saving: form.formState.isSubmitting,
    isNew: record.version === null,
    /** Whose version of a disputed field is to stand. */
    choose: (name: string, whose: "mine" | "theirs") => form.setValue(name, meeting?.[whose][name] ?? ""),
    /** The thing was taken out; what is typed here becomes a new one. */
    addAgain: () => {
      setRecord({ ...record, id: newId(), version: null });
      setGone(false);
    },
    /** Back to what the plan says. */
    discard: async () => {
      kept.pause();
      await discardEditingDraftAction({ entity, entityId: record.id });
      form.reset(opened.values);
      setRecord({ id: opened.id, version: opened.version, values: opened.values });
      setMeeting(null);
      setRestored(false);
      setCode(undefined);
      if (opened.version === null) router.push(`/${locale}/workspace/plans/${planId}`);
    },
  };
}
