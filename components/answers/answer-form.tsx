"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { answerAssessmentAction } from "#lib/assessments/answers/actions.ts";
import { answerAssessmentSchema } from "#lib/assessments/answers/schema.ts";

/** The agency's one answer; what it asks before publishing says that it is for good. */
export function AnswerForm({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("answers.form");
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const { register, errors, code, submit, saving } = useActionForm({
    schema: answerAssessmentSchema,
    defaults: { assessmentId, text: { ka: "", en: "" } },
    action: answerAssessmentAction,
    onDone: () => router.push(`/${document.documentElement.lang}/workspace/answers?done=${assessmentId}`),
  });
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <p>{t("lead")}</p>
        <ErrorSummary errors={errors} labels={{ text: t("text"), "text.ka": t("text"), "text.en": t("text") }} code={code} />
        <LocalizedField
          name="text" label={t("text")} hint={t("textHint")} multiline rows={8} limit={10_000} error={errors.text}
          errors={{ ka: errors["text.ka"], en: errors["text.en"] }} register={(language) => register(`text.${language}`)}
        />
      </FormColumn>
      <FormActions>
        <AskedButton label={t("publish")} question={t("question")} yes={t("yes")} no={t("no")} running={saving} onYes={() => element.current?.requestSubmit()} tone="primary" />
        <FormStatus saving={saving} error={code} />
      </FormActions>
    </form>
  );
}
