"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { WorkItem } from "#lib/boards/period-work/queries.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";
import type { Doors } from "./doors.ts";
import { DraftKeeper } from "./draft-keeper.ts";
import { valuesOf } from "./update-values.ts";

/** One subject's form and what keeps it: it saves by itself, and brings back what an earlier visit could not save. */
export function useDraft(item: WorkItem, doors: Doors) {
  const [keeper] = useState(() => new DraftKeeper(item, doors));
  const [first] = useState(() => valuesOf(item.subject, item.working));
  const form = useForm<UpdateFormValues>({ defaultValues: first, shouldFocusError: false });
  const values = useWatch({ control: form.control }) as UpdateFormValues;
  const view = useSyncExternalStore(keeper.subscribe, keeper.view, keeper.view);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ values: typed }) => keeper.type(typed) }), [keeper, form]);

  useEffect(() => {
    const kept = keeper.restore();
    if (kept) form.reset(kept);
    const again = () => void keeper.flush();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      void keeper.flush();
    };
  }, [keeper, form]);

  useWarningBeforeLeaving(view.keeping !== "kept");
  return { keeper, form, first, values, view };
}

/** The browser asks before a page with words that are not saved is closed. */
function useWarningBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
