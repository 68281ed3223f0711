"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { responseSchema, type ResponseInput } from "#lib/comments/schema.ts";
import { dispositions } from "#lib/record/dispositions/schema.ts";
import type { StaffResponse } from "#lib/comments/moderation/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { publishResponseAction, saveResponseAction } from "#lib/comments/responses/actions.ts";

interface Props {
  commentId: string;
  /** The draft so far. */
  draft: StaffResponse | null;
}

/** The reasoned response: what becomes of the comment and why, kept as a draft until it is published. */
export function ResponseForm({ commentId, draft }: Props) {
  const [t, words, router] = [useTranslations("comments.workspace"), useTranslations("status.disposition"), useRouter()];
  const element = useRef<HTMLFormElement>(null);
  const publishing = useRef(false);
  const [savedAt, setSavedAt] = useState<Date | null>(draft?.savedAt ?? null);
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: responseSchema,
    defaults: { commentId, version: draft?.version ?? null, disposition: draft?.disposition ?? null, text: { ka: draft?.text?.ka ?? "", en: draft?.text?.en ?? "" } },
    action: (output: ResponseInput) => (publishing.current ? publishResponseAction(output) : saveResponseAction(output)),
    onDone: ({ version }) => {
      form.reset({ ...form.getValues(), version });
      setSavedAt(now());
      router.refresh();
    },
  });
  // The draft's is the form's own button, so that Enter in a field never publishes.
  const publish = () => {
    publishing.current = true;
    element.current?.requestSubmit();
  };
  const options = dispositions.map((value) => ({ value, label: words(value), hint: t(`dispositionHint.${value}`) }));
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ disposition: t("disposition"), text: t("reasonText"), "text.ka": t("reasonText"), "text.en": t("reasonText") }} code={code} />
        <RadioGroup name="disposition" legend={t("disposition")} options={options} error={errors.disposition} registration={register("disposition")} />
        <LocalizedField
          name="text" label={t("reasonText")} hint={t("reasonTextHint")} multiline rows={8}
          error={errors.text} errors={{ ka: errors["text.ka"], en: errors["text.en"] }} register={(language) => register(`text.${language}`)}
        />
        <p>{t("publishHint")}</p>
      </FormColumn>
      <FormActions>
        <Button type="button" aria-disabled={saving} onClick={publish}>{t("publishResponse")}</Button>
        <Button tone="plain" aria-disabled={saving} onClick={() => { publishing.current = false; }}>{t("saveDraft")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} />
      </FormActions>
    </form>
  );
}
