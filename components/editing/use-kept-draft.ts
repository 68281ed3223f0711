"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { saveEditingDraftAction } from "#lib/editing/drafts/actions.ts";
import type { ColleagueAtWork } from "#lib/editing/drafts/queries.ts";
import type { FormValues } from "#lib/editing/drafts/rules.ts";
import type { SaveEditingDraftInput } from "#lib/editing/drafts/schema.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";

/** How long a pause in typing is. */
const pauseMs = 1_000;

/** Keeps a form while it is typed: after each pause, and at once when the person goes. Says when, and who else is at work on it. */
export function useKeptDraft(form: UseFormReturn<FieldValues>, about: Omit<SaveEditingDraftInput, "values">) {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [code, setCode] = useState<ErrorCode>();
  const [others, setOthers] = useState<ColleagueAtWork[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const clear = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const keep = useEffectEvent(async () => {
    if (timer.current === undefined) return;
    clear();
    setKeeping(true);
    const answer = await saveEditingDraftAction({ ...about, values: form.getValues() as FormValues }).catch(() => ({ ok: false, code: "UNAVAILABLE" }) as const);
    setKeeping(false);
    setCode(answer.ok ? undefined : answer.code);
    if (!answer.ok) return;
    setSavedAt(answer.value.savedAt);
    setOthers(answer.value.others);
  });
  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        // A reset is not typed.
        if (name === undefined) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void keep(), pauseMs);
      },
    });
    const leave = () => void (document.visibilityState === "hidden" && keep());
    document.addEventListener("visibilitychange", leave);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", leave);
      void keep();
    };
  }, [form]);
  return { savedAt, keeping, code, others, /** Forgets what is not kept yet: it is being saved or thrown away. */ pause: clear };
}
