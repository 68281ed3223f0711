"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { FormProvider, useForm, type FieldValues } from "react-hook-form";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import type { Option } from "#components/forms/select.tsx";
import { flat } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { planLevels, vocabularies } from "#lib/editing/schema.ts";
import { fieldsFrom, valuesOf, type FormValues } from "#lib/editing/drafts/rules.ts";
import { createPlanAction } from "#lib/plans/actions.ts";
import { createPlanSchema } from "#lib/plans/schema.ts";
import { fieldErrorsOf, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { BothField, ChoiceField, Pair, TextField } from "./fields.tsx";

/** Begins a plan: what it is called, whose it is and for how long. The rest is written afterwards. */
export function NewPlanForm({ secretariats, municipalities }: { secretariats: readonly Option[]; municipalities: readonly Option[] }) {
  const [t, levels, words] = [useTranslations("editing"), useTranslations("status.planLevel"), useTranslations("editing.vocabulary")];
  const { form, errors, code, send } = useNewPlan(secretariats);
  const labels = Object.fromEntries(Object.keys(anchored(errors)).map((path) => [path, path === "municipalitySlug" ? t("municipality.label") : t(`fields.${path.split(".")[0]}`)]));
  return (
    <FormProvider {...form}>
      <form method="post" onSubmit={send} noValidate>
        <FormColumn>
          <ErrorSummary errors={anchored(errors)} labels={labels} code={code} />
          <BothField name="title" />
          <Pair>
            <ChoiceField name="level" placeholder={null} options={planLevels.map((value) => ({ value, label: levels(value) }))} />
            <ChoiceField name="vocabulary" placeholder={null} options={vocabularies.map((value) => ({ value, label: words(value) }))} />
          </Pair>
          <BothField name="locality" rows={1} optional />
          <ChoiceField name="municipalitySlug" label={t("municipality.label")} hint={t("municipality.newHint")} placeholder={t("municipality.byLocality")} options={municipalities} optional />
          <Pair>
            <TextField name="startsOn" inputMode="numeric" />
            <TextField name="endsOn" inputMode="numeric" />
          </Pair>
          <TextField name="slug" hint={t("hints.planSlug")} />
          {secretariats.length > 1 && <ChoiceField name="secretariatId" options={secretariats} />}
        </FormColumn>
        <FormActions><Button aria-disabled={form.formState.isSubmitting}>{t("newPlan.begin")}</Button></FormActions>
      </form>
    </FormProvider>
  );
}

/** What is wrong with the title as a whole leads to its first language. */
function anchored({ title, ...errors }: Record<string, string>): Record<string, string> {
  return title ? { "title.ka": title, ...errors } : errors;
}

function useNewPlan(secretariats: readonly Option[]) {
  const [locale, router] = [useLocale(), useRouter()];
  const [code, setCode] = useState<ErrorCode>();
  const form = useForm<FieldValues>({ defaultValues: { ...valuesOf("plan", null), slug: "", secretariatId: secretariats[0]?.value ?? "", municipalitySlug: "" }, shouldFocusError: false });
  const refuse = (refusal: ErrorCode, errors: FieldErrors) => {
    for (const [path, message] of Object.entries(errors)) form.setError(path, { message });
    setCode(refusal);
  };
  const submit = form.handleSubmit(async (values) => {
    setCode(undefined);
    const parsed = createPlanSchema.safeParse({ ...fieldsFrom("plan", values as FormValues), slug: values.slug, secretariatId: values.secretariatId, municipalitySlug: values.municipalitySlug });
    if (!parsed.success) return refuse("INVALID_INPUT", fieldErrorsOf(parsed.error));
    const answer = await createPlanAction(parsed.data).catch(() => ({ ok: false, code: "UNAVAILABLE", fieldErrors: {} }) as const);
    if (!answer.ok) return refuse(answer.code, answer.fieldErrors);
    router.push(`/${locale}/workspace/plans/${answer.value.id}`);
  });
  // What was wrong with a whole (no field of its own) would keep the form from being sent again.
  const send = (event: FormEvent) => {
    form.clearErrors();
    return submit(event);
  };
  return { form, code, send, errors: flat(form.formState.errors) };
}
