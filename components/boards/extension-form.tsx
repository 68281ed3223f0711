"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import type { BoardAgency } from "#lib/boards/queries.ts";
import { extendPeriodAction } from "#lib/reporting/extensions/actions.ts";
import { extendPeriodSchema } from "#lib/reporting/extensions/schema.ts";

interface Props {
  periodId: string;
  organisationId: string;
  extension: BoardAgency["extension"];
  name: string;
}

/** Reopens a closed period for one agency until a day. */
export function ExtensionForm({ periodId, organisationId, extension, name }: Props) {
  const t = useTranslations("boards.extend");
  const router = useRouter();
  const [done, setDone] = useState(false);
  const { register, errors, code, submit, saving } = useActionForm({
    schema: extendPeriodSchema,
    defaults: { periodId, organisationId, until: extension?.until ?? "", reason: extension?.reason ?? "", version: extension?.version ?? null },
    action: extendPeriodAction,
    onDone: () => {
      setDone(true);
      router.refresh();
    },
  });
  const id = (field: string) => `${field}-${organisationId}`;
  return (
    <form onSubmit={submit} noValidate aria-label={t("name", { agency: name })}>
      <FormColumn>
        <ErrorSummary errors={{ ...(errors.until ? { [id("until")]: errors.until } : {}), ...(errors.reason ? { [id("reason")]: errors.reason } : {}) }} labels={{ [id("until")]: t("until"), [id("reason")]: t("reason") }} code={code} />
        <TextInput {...register("until")} id={id("until")} label={t("until")} hint={t("untilHint")} error={errors.until} inputMode="numeric" autoComplete="off" />
        <TextArea {...register("reason")} id={id("reason")} label={t("reason")} error={errors.reason} optional rows={2} />
      </FormColumn>
      <FormActions><Button tone="plain" aria-disabled={saving}>{t("submit")}</Button></FormActions>
      <p role="status">{done && t("done")}</p>
    </form>
  );
}
