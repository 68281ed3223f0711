"use client";

import { useRouter } from "next/navigation";
import { useTranslations, type Locale } from "next-intl";
import { useRef, useState } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { recordCrosswalkAction } from "#lib/assessments/crosswalks/actions.ts";
import type { CrosswalkForm as Form } from "#lib/assessments/crosswalks/queries.ts";
import { nothingCorresponds, recordCrosswalkSchema } from "#lib/assessments/crosswalks/schema.ts";
import styles from "./crosswalks.module.css";

/** What is chosen, as the next version after the newest that the page knows: also after a colleague's made it read again. */
function useCrosswalkForm({ grades, versions: [newest], secretariatId, scale }: Form) {
  const router = useRouter();
  const [done, setDone] = useState<number | null>(null);
  const number = (newest?.number ?? 0) + 1;
  const chosen = (code: string) => newest?.entries.find(({ grade }) => grade === code);
  const actionForm = useActionForm({
    schema: recordCrosswalkSchema,
    defaults: {
      secretariatId, scaleCode: scale.code, number, reason: { ka: "", en: "" },
      entries: grades.map((grade) => ({ grade: grade.code, completion: chosen(grade.code) ? (chosen(grade.code)?.completion ?? nothingCorresponds) : "" })),
    },
    action: async (output) => {
      setDone(null);
      const answer = await recordCrosswalkAction({ ...output, number });
      if (!answer.ok && answer.code === "CONFLICT") router.refresh();
      return answer;
    },
    onDone: (recorded) => {
      setDone(recorded.number);
      form.reset({ ...form.getValues(), reason: { ka: "", en: "" } });
      router.refresh();
    },
  });
  const { form } = actionForm;
  return { ...actionForm, number, done };
}

/** One choice a grade, and why. A first crosswalk starts with nothing chosen; a later one with what counts now. */
export function CrosswalkForm({ data, locale }: { data: Form; locale: Locale }) {
  const t = useTranslations("crosswalks.workspace.form");
  const element = useRef<HTMLFormElement>(null);
  const { grades, completions } = data;
  const { register, errors, code, submit, saving, number, done } = useCrosswalkForm(data);
  const text = (label: Form["scale"]["label"], fallback: string) => pickText(label, locale)?.text ?? fallback;
  const options = [...completions.map((step) => ({ value: step.code, label: text(step.label, step.code) })), { value: nothingCorresponds, label: t("nothing") }];
  const labels = Object.fromEntries(grades.map((grade, index) => [`entries.${index}.completion`, text(grade.label, grade.code)]));
  return (
    <form ref={element} className={styles.form} method="post" onSubmit={submit} noValidate>
      {done !== null && <Notice tone="success" live><p>{t("done", { number: done })}</p></Notice>}
      {code === "CONFLICT" && <Notice tone="warning" live><p>{t("conflict", { number })}</p></Notice>}
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ ...labels, entries: t("submit", { number }), reason: t("reason"), "reason.ka": t("reason"), "reason.en": t("reason") }} code={code === "CONFLICT" ? undefined : code} />
        {grades.map((grade, index) => (
          <Select
            key={grade.code} label={text(grade.label, grade.code)} placeholder={t("choose")} options={options}
            error={errors[`entries.${index}.completion`]} {...register(`entries.${index}.completion`)}
          />
        ))}
        <LocalizedField
          name="reason" label={t("reason")} hint={t("reasonHint")} multiline rows={4} error={errors.reason} errors={{ ka: errors["reason.ka"], en: errors["reason.en"] }}
          register={(language) => register(`reason.${language}`)}
        />
      </FormColumn>
      <FormActions>
        <AskedButton label={t("submit", { number })} question={t("question")} yes={t("yes")} no={t("no")} tone="primary" running={saving} onYes={() => element.current?.requestSubmit()} />
      </FormActions>
    </form>
  );
}
