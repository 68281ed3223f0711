"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { now } from "#lib/platform/clock.ts";
import { loadReportAction, saveReportAction } from "#lib/reports/actions.ts";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { saveReportSchema, type SaveReportInput } from "#lib/reports/schema.ts";
import type { OtherTexts } from "./report-conflict.tsx";

function valuesOf({ title }: ReportForComposer["texts"]) {
  return { title: { ka: title.ka ?? "", en: title.en ?? "" } };
}

/** The state of a report's texts: what is typed, what is saved, and what a colleague saved meanwhile (`theirs`). */
export function useReportTexts(report: Pick<ReportForComposer, "id" | "version" | "texts">) {
  const router = useRouter();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<OtherTexts | null>(null);
  const { form, ...state } = useActionForm({
    schema: saveReportSchema,
    defaults: { reportId: report.id, version: report.version, ...valuesOf(report.texts) },
    action: async (output: SaveReportInput) => {
      const answer = await saveReportAction(output);
      if (!answer.ok && answer.code === "CONFLICT") {
        const loaded = await loadReportAction({ reportId: report.id });
        if (loaded.ok) setTheirs(loaded.value);
      }
      return answer;
    },
    onDone: ({ version }) => {
      form.reset({ ...form.getValues(), version });
      setTheirs(null);
      setSavedAt(now());
      router.refresh();
    },
  });
  return {
    ...state, savedAt, theirs,
    dirty: form.formState.isDirty,
    version: Number(useWatch({ control: form.control, name: "version" })),
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (found: OtherTexts) => {
      form.setValue("version", found.version);
      setTheirs(null);
    },
    loadTheirs: (found: OtherTexts) => {
      form.reset({ reportId: report.id, version: found.version, ...valuesOf(found.texts) });
      setTheirs(null);
    },
    /** A step that publishes counts as a change of the report. */
    onPublished: (version: number) => form.reset({ ...form.getValues(), version }),
  };
}
