"use client";

import { useState } from "react";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { loadEventAction, publishEventAction, saveEventAction } from "#lib/event-recording/actions.ts";
import type { EventRecord } from "#lib/process-events/queries.ts";
import { saveEventSchema } from "#lib/process-events/schema.ts";
import { eventValues } from "./event-values.ts";
import { useRecordForm } from "./use-record-form.ts";

/** The state of an event's form, with its documents, which are no fields of it. */
export function useEventForm(record: EventRecord | null, secretariatId: string) {
  const [items, setItems] = useState<EvidenceView[]>(record?.evidence ?? []);
  const [itemsChanged, setItemsChanged] = useState(false);
  const recordForm = useRecordForm({
    schema: saveEventSchema,
    defaults: eventValues(record, secretariatId),
    standing: { id: record?.id ?? null, version: record?.version ?? null, savedAt: record?.savedAt ?? null },
    save: saveEventAction, publish: publishEventAction, load: loadEventAction,
    more: () => ({ evidence: items.map(({ id, title }) => ({ evidenceId: id, title: title ?? {} })) }),
    onSaved: () => setItemsChanged(false),
    pathOf: (id) => `/workspace/process/events/${id}`,
  });
  return {
    ...recordForm, items,
    dirty: recordForm.form.formState.isDirty || itemsChanged,
    changeItems: (change: (all: EvidenceView[]) => EvidenceView[]) => {
      setItems(change);
      setItemsChanged(true);
    },
    loadTheirs: (found: EventRecord) => {
      recordForm.loadTheirs(found, eventValues(found, found.secretariatId));
      setItems(found.evidence);
      setItemsChanged(false);
    },
  };
}
