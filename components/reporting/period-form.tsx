"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { createPeriodAction } from "#lib/reporting/periods/actions.ts";
import { createPeriodSchema, periodKinds } from "#lib/reporting/periods/schema.ts";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";

/** Adds a reporting period to a plan. */
export function PeriodForm({ planId }: { planId: string }) {
  const t = useTranslations("reporting.periods");
  const kinds = useTranslations("status.periodKind");
  const router = useRouter();
  const locale = useLocale();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: createPeriodSchema,
    defaults: { planId, slug: "", label: { ka: "", en: "" }, kind: "annual", startsOn: "", endsOn: "", dueOn: "" },
    action: createPeriodAction,
    onDone: () => router.push(`/${locale}/workspace/periods`),
  });
  const dates = ["startsOn", "endsOn", "dueOn"] as const;
  const labels = { label: t("label"), "label.ka": t("label"), slug: t("slug"), kind: t("kind"), startsOn: t("startsOn"), endsOn: t("endsOn"), dueOn: t("dueOn") };
  const { label, ...others } = errors;
  return (
    <form onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={label ? { "label.ka": label, ...others } : others} labels={labels} code={code} />
        <LocalizedField name="label" label={labels.label} hint={t("labelHint")} error={label} errors={{ ka: errors["label.ka"], en: errors["label.en"] }} register={(language) => register(`label.${language}`)} />
        <TextInput {...register("slug")} label={labels.slug} hint={t("slugHint")} error={errors.slug} autoComplete="off" spellCheck={false} />
        <Select {...register("kind")} label={labels.kind} placeholder={null} error={errors.kind} options={periodKinds.map((value) => ({ value, label: kinds(value) }))} />
        {dates.map((name) => <TextInput key={name} {...register(name)} label={labels[name]} hint={t("dateHint")} error={errors[name]} optional={name === "dueOn"} inputMode="numeric" autoComplete="off" />)}
      </FormColumn>
      <FormActions><Button aria-disabled={saving}>{t("create")}</Button></FormActions>
    </form>
  );
}
