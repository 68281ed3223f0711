"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { renewRecoveryCodesAction } from "#lib/accounts/second-factor/actions.ts";
import { codeSchema } from "#lib/accounts/second-factor/schema.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Makes new recovery codes, with a code, and shows them once. */
export function RenewForm() {
  const t = useTranslations("second-factor");
  const router = useRouter();
  const [codes, setCodes] = useState<string[]>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: codeSchema,
    defaults: { code: "" },
    action: renewRecoveryCodesAction,
    onDone: (made) => {
      setCodes(made.codes);
      form.reset();
      router.refresh();
    },
  });
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors.code ? { "renew-code": errors.code } : {}} labels={{ "renew-code": t("proof") }} code={code} />
        <TextInput {...register("code")} id="renew-code" autoComplete="one-time-code" label={t("proof")} error={errors.code} />
      </FormColumn>
      <FormActions>
        <Button tone="plain" aria-disabled={saving}>{t("renew.submit")}</Button>
      </FormActions>
    </form>
  );
}
