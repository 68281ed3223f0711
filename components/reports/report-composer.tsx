"use client";

import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { ReportConflict } from "./report-conflict.tsx";
import { ReportSteps } from "./report-steps.tsx";
import { useReportTexts } from "./use-report-texts.ts";

type Report = Omit<ReportForComposer, "next" | "unanswered">;

const fields = ["title"] as const;

/** The report's own texts in every language, and the step that publishes it. What is typed survives a colleague who was faster. */
export function ReportComposer({ report, waiting, today }: { report: Report; waiting: number; today: string }) {
  const t = useTranslations("reports.workspace.texts");
  const locale = useLocale();
  const { register, errors, code, submit, saving, savedAt, theirs, dirty, version, keepMine, loadTheirs, onPublished } = useReportTexts(report);
  const labels = Object.fromEntries(fields.flatMap((name) => [name, `${name}.ka`, `${name}.en`].map((path) => [path, t(name)])));
  return (
    <>
      <form method="post" onSubmit={submit} noValidate>
        <SectionHeading id="texts">{t("heading")}</SectionHeading>
        <FormColumn>
          <p>{t("lead")} {report.versions.length > 0 && t("published")}</p>
          {theirs && <ReportConflict theirs={theirs} locale={locale} onKeep={() => keepMine(theirs)} onLoad={() => loadTheirs(theirs)} />}
          <ErrorSummary errors={errors} labels={labels} code={theirs ? undefined : code} />
          {fields.map((name) => (
            <LocalizedField
              key={name} name={name} label={t(name)} error={errors[name]}
              errors={{ ka: errors[`${name}.ka`], en: errors[`${name}.en`] }} register={(language) => register(`${name}.${language}`)}
            />
          ))}
        </FormColumn>
        <FormActions>
          <Button tone="plain" aria-disabled={saving}>{t("save")}</Button>
          <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={theirs ? undefined : code} />
        </FormActions>
      </form>
      <ReportSteps report={{ ...report, version }} dirty={dirty} waiting={waiting} today={today} onPublished={onPublished} />
    </>
  );
}
