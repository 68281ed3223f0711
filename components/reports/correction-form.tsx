"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Answer } from "#lib/platform/answers.ts";
import { correctReportSchema, type CorrectReportInput, type FrozenReport } from "#lib/reports/schema.ts";

interface Props {
  report: { id: string; version: number };
  /** Something is typed and not saved. */
  dirty: boolean;
  action: (reason: CorrectReportInput["reason"]) => Promise<Answer<FrozenReport>>;
}

/** A correction needs a reason, which stands beside the new version for everybody. */
export function CorrectionForm({ report, dirty, action }: Props) {
  const t = useTranslations("reports.workspace.steps");
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [done, setDone] = useState<number | null>(null);
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: correctReportSchema,
    defaults: { reportId: report.id, version: report.version, reason: { ka: "", en: "" } },
    action: ({ reason }) => action(reason),
    onDone: ({ number }) => {
      form.reset();
      setDone(number);
      router.refresh();
    },
  });
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      {done !== null && <Notice tone="success" live><p>{t("done", { number: done })}</p></Notice>}
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ reason: t("reason"), "reason.ka": t("reason"), "reason.en": t("reason") }} code={code} />
        <LocalizedField
          name="reason" label={t("reason")} multiline rows={3} error={errors.reason} errors={{ ka: errors["reason.ka"], en: errors["reason.en"] }}
          register={(language) => register(`reason.${language}`)}
        />
      </FormColumn>
      {!dirty && (
        <FormActions>
          <AskedButton label={t("correct")} question={t("correctQuestion")} yes={t("yes")} no={t("no")} tone="primary" running={saving} onYes={() => element.current?.requestSubmit()} />
        </FormActions>
      )}
    </form>
  );
}
