"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Localized } from "#lib/localized/schema.ts";
import { loadReportAction, saveReportAction } from "#lib/reports/actions.ts";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { saveReportSchema, type SaveReportInput } from "#lib/reports/schema.ts";
import { ReportConflict, type OtherTexts } from "./report-conflict.tsx";
import { ReportSteps } from "./report-steps.tsx";

type Report = Omit<ReportForComposer, "next" | "unanswered">;

function valuesOf({ title, introduction, conclusions }: ReportForComposer["texts"]) {
  const both = (text: Localized | null) => ({ ka: text?.ka ?? "", en: text?.en ?? "" });
  return { title: both(title), introduction: both(introduction), conclusions: both(conclusions) };
}

const fields = [["title", 0], ["introduction", 8], ["conclusions", 12]] as const;

/** The report's own texts in every language, and the step that publishes it. What is typed survives a colleague who was faster. */
export function ReportComposer({ report, waiting, today }: { report: Report; waiting: number; today: string }) {
  const t = useTranslations("reports.workspace.texts");
  const [locale, router] = [useLocale(), useRouter()];
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<OtherTexts | null>(null);
  const { form, register, errors, code, submit, saving } = useActionForm({
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
      setSavedAt(new Date());
      router.refresh();
    },
  });
  const version = Number(useWatch({ control: form.control, name: "version" }));
  const labels = Object.fromEntries(fields.flatMap(([name]) => [name, `${name}.ka`, `${name}.en`].map((path) => [path, t(name)])));
  return (
    <>
      <form method="post" onSubmit={submit} noValidate>
        <SectionHeading id="texts">{t("heading")}</SectionHeading>
        <FormColumn>
          <p>{t("lead")} {report.versions.length > 0 && t("published")}</p>
          {theirs && (
            <ReportConflict
              theirs={theirs} locale={locale}
              onKeep={() => { form.setValue("version", theirs.version); setTheirs(null); }}
              onLoad={() => { form.reset({ reportId: report.id, version: theirs.version, ...valuesOf(theirs.texts) }); setTheirs(null); }}
            />
          )}
          <ErrorSummary errors={errors} labels={labels} code={theirs ? undefined : code} />
          {fields.map(([name, rows]) => (
            <LocalizedField
              key={name} name={name} label={t(name)} {...(name === "title" ? {} : { hint: t(`${name}Hint`), multiline: true, rows })} error={errors[name]}
              errors={{ ka: errors[`${name}.ka`], en: errors[`${name}.en`] }} register={(language) => register(`${name}.${language}`)}
            />
          ))}
        </FormColumn>
        <FormActions>
          <Button tone="plain" aria-disabled={saving}>{t("save")}</Button>
          <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} error={theirs ? undefined : code} />
        </FormActions>
      </form>
      <ReportSteps
        report={{ ...report, version }} dirty={form.formState.isDirty} waiting={waiting} today={today}
        onPublished={(published) => form.reset({ ...form.getValues(), version: published })}
      />
    </>
  );
}
