"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FileInput } from "#components/forms/file-input.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { Select } from "#components/forms/select.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { listImportTargets } from "#lib/imports/queries.ts";
import { maxImportSize } from "#lib/imports/schema.ts";
import type { ErrorCode, FieldErrors } from "#lib/platform/errors.ts";
import { sendDocument } from "./send-document.ts";

interface Props {
  targets: Awaited<ReturnType<typeof listImportTargets>>;
  /** The plan that was chosen before; "": a new one. */
  planId: string;
}

interface Refused {
  code?: ErrorCode | undefined;
  errors: FieldErrors;
  /** Why nothing can be read of the document. */
  refusal?: string;
}

/** Which plan it is, and where it is: in a file or in the clipboard. Reading it changes nothing. */
export function UploadForm({ targets, planId }: Props) {
  const t = useTranslations("imports.new");
  const [locale, router] = [useLocale(), useRouter()];
  const [secretariat, setSecretariat] = useState(targets.find(({ plans }) => plans.some(({ id }) => id === planId))?.id ?? targets[0]?.id ?? "");
  const [how, setHow] = useState("file");
  const [percent, setPercent] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refused>({ errors: {} });
  const plans = targets.find(({ id }) => id === secretariat)?.plans ?? [];
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (percent !== null) return;
    if (file instanceof File && file.size > maxImportSize) return setRefused({ errors: { file: "fileTooLarge" } });
    if (file instanceof File && !file.name) return setRefused({ errors: { file: "fileMissing" } });
    setPercent(0);
    const answer = await sendDocument(form, setPercent);
    if (answer.ok && "id" in answer.value) return router.push(`/${locale}/workspace/imports/${answer.value.id}${answer.value.status === "mapping" ? "/mapping" : ""}`);
    setPercent(null);
    if (!answer.ok) setRefused({ code: answer.code, errors: answer.fieldErrors });
    else if ("refusal" in answer.value) setRefused({ errors: {}, refusal: answer.value.refusal });
  };
  return (
    <form method="post" onSubmit={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <FormColumn>
        <ErrorSummary errors={refused.errors} labels={{ file: t("file"), text: t("text"), planId: t("plan"), organisationId: t("secretariat") }} code={refused.code} />
        {refused.refusal && <Notice tone="error" title={t("refused")} live><p>{refused.refusal} {t("kept")}</p></Notice>}
        {targets.length > 1 ? <Select name="organisationId" label={t("secretariat")} value={secretariat} onChange={({ target }) => setSecretariat(target.value)} options={targets.map(({ id, name }) => ({ value: id, label: pickText(name, locale)?.text ?? "" }))} /> : <input type="hidden" name="organisationId" value={secretariat} />}
        <RadioGroup
          key={secretariat} name="planId" legend={t("plan")} error={refused.errors.planId} defaultValue={plans.some(({ id }) => id === planId) ? planId : ""}
          options={[{ value: "", label: t("newPlan"), hint: t("newPlanHint") }, ...plans.map(({ id, title, status }) => ({ value: id, label: pickText(title, locale)?.text ?? "", ...(status === "adopted" ? { hint: t("adoptedHint") } : {}) }))]}
        />
        <RadioGroup name="how" legend={t("how")} value={how} registration={{ onChange: ({ target }) => { setHow(target.value); return Promise.resolve(); } }} options={[{ value: "file", label: t("asFile") }, { value: "text", label: t("asText") }]} />
        {how === "file"
          ? <FileInput name="file" label={t("file")} hint={t("fileHint")} error={refused.errors.file} accept=".xlsx,.zip,.json,.docx,.html,.htm" />
          : <TextArea name="text" label={t("text")} hint={t("textHint")} error={refused.errors.text ?? refused.errors.file} rows={10} />}
      </FormColumn>
      <FormActions><Button aria-disabled={percent !== null}>{t("submit")}</Button></FormActions>
      <p role="status">{percent !== null && t("sending", { percent })}</p>
    </form>
  );
}
