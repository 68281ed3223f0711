"use client";

import { useEvidenceItems } from "#components/evidence/use-evidence-items.ts";
import { loadEventAction, publishEventAction, saveEventAction } from "#lib/process/event-recording/actions.ts";
import type { EventRecord } from "#lib/process/events/queries.ts";
import { saveEventSchema } from "#lib/process/events/schema.ts";
import { eventValues } from "./event-values.ts";
import { useRecordForm } from "./use-record-form.ts";

/** The state of an event's form, with its documents, which are no fields of it. */
export function useEventForm(record: EventRecord | null, secretariatId: string) {
  const evidence = useEvidenceItems(record?.evidence ?? []);
  const recordForm = useRecordForm({
    schema: saveEventSchema, defaults: eventValues(record, secretariatId), record, save: saveEventAction, publish: publishEventAction, load: loadEventAction,
    more: () => ({ evidence: evidence.given() }), onSaved: evidence.saved, pathOf: (id) => `/workspace/process/events/${id}`,
  });
  return {
    ...recordForm, items: evidence.items, changeItems: evidence.change,
    dirty: recordForm.form.formState.isDirty || evidence.changed,
    loadTheirs: (found: EventRecord) => {
      recordForm.loadTheirs(found, eventValues(found, found.secretariatId));
      evidence.replace(found.evidence);
    },
  };
}
