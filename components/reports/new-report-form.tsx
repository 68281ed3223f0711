"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { Select } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { createReportAction } from "#lib/reports/actions.ts";
import type { listReportChoices } from "#lib/reports/queries.ts";
import { createReportSchema } from "#lib/reports/schema.ts";
import { reportKinds, type ReportKind } from "#lib/reports/snapshots/schema.ts";

/** Chooses what is reported on; everything else is gathered. */
export function NewReportForm({ plans }: { plans: Awaited<ReturnType<typeof listReportChoices>> }) {
  const t = useTranslations("reports.workspace.create");
  const kinds = useTranslations("status.reportKind");
  const [locale, router] = [useLocale(), useRouter()];
  const only = plans.length === 1 ? plans[0] : undefined;
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: createReportSchema,
    defaults: { planId: only?.id ?? "", periodId: "", kind: "" as ReportKind },
    action: createReportAction,
    onDone: ({ id }) => router.push(`/${locale}/workspace/reports/${id}`),
  });
  const [planId, periodId] = useWatch({ control: form.control, name: ["planId", "periodId"] });
  const periods = plans.find(({ id }) => id === planId)?.periods ?? [];
  const taken = periods.find(({ id }) => id === periodId)?.taken ?? [];
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ planId: t("plan"), periodId: t("period"), kind: t("kind") }} code={code} />
        <Select
          {...register("planId", { onChange: () => form.setValue("periodId", "") })} label={t("plan")} placeholder={t("choose")} error={errors.planId}
          options={plans.map(({ id, title }) => ({ value: id, label: pickText(title, locale)?.text ?? "" }))}
        />
        <Select
          {...register("periodId")} label={t("period")} placeholder={t("choose")} error={errors.periodId}
          options={periods.map(({ id, label }) => ({ value: id, label: pickText(label, locale)?.text ?? "" }))}
        />
        <RadioGroup
          name="kind" legend={t("kind")} error={errors.kind} registration={register("kind")}
          options={reportKinds.map((kind) => ({ value: kind, label: kinds(kind), ...(taken.includes(kind) ? { hint: t("taken"), disabled: true } : {}) }))}
        />
      </FormColumn>
      <FormActions><Button aria-disabled={saving}>{t("submit")}</Button></FormActions>
    </form>
  );
}
