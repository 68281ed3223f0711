"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { anchored, useActionForm } from "#components/forms/use-action-form.ts";
import { dispositions } from "#lib/record/dispositions/schema.ts";
import { respondToRecommendationAction } from "#lib/process/recommendations/actions.ts";
import { respondSchema } from "#lib/process/recommendations/schema.ts";

/** The one reasoned response: what becomes of the recommendation, and why. */
export function RespondForm({ recommendationId, version }: { recommendationId: string; version: number }) {
  const [t, words, router] = [useTranslations("process.respond"), useTranslations("status.disposition"), useRouter()];
  const element = useRef<HTMLFormElement>(null);
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: respondSchema, defaults: { recommendationId, version, text: { ka: "", en: "" } },
    action: (output) => respondToRecommendationAction({ ...output, version }), onDone: () => router.refresh(),
  });
  const wrong = anchored(errors, form.getValues());
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={wrong} labels={{ disposition: t("disposition"), "text.ka": t("text"), "text.en": t("text") }} code={code} />
        <RadioGroup name="disposition" legend={t("disposition")} options={dispositions.map((value) => ({ value, label: words(value) }))} error={errors.disposition} registration={register("disposition")} />
        <LocalizedField
          name="text" label={t("text")} hint={t("textHint")} multiline rows={6} error={errors.text} errors={{ ka: errors["text.ka"], en: errors["text.en"] }} register={(language) => register(`text.${language}`)}
        />
      </FormColumn>
      <FormActions>
        <AskedButton label={t("send")} question={t("question")} yes={t("yes")} no={t("no")} running={saving} onYes={() => element.current?.requestSubmit()} tone="primary" />
        <FormStatus saving={saving} dirty={form.formState.isDirty} error={code} />
      </FormActions>
    </form>
  );
}
