"use client";

import { useLocale, useTranslations } from "next-intl";
import { openAfresh } from "#components/accounts/open-afresh.ts";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { removeSecondFactorAction } from "#lib/accounts/second-factor/actions.ts";
import { codeSchema } from "#lib/accounts/second-factor/schema.ts";

/** Removes one's own second factor, with a code. The page comes back with the way to set up another. */
export function RemoveForm() {
  const t = useTranslations("second-factor");
  const locale = useLocale();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: codeSchema,
    defaults: { code: "" },
    action: removeSecondFactorAction,
    onDone: () => openAfresh(`/${locale}/workspace/account`),
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors.code ? { "remove-code": errors.code } : {}} labels={{ "remove-code": t("proof") }} code={code} />
        <TextInput {...register("code")} id="remove-code" autoComplete="one-time-code" label={t("proof")} error={errors.code} />
      </FormColumn>
      <FormActions>
        <Button tone="danger" aria-disabled={saving}>{t("remove.submit")}</Button>
      </FormActions>
    </form>
  );
}
