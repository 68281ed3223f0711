"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { changePasswordSchema } from "#lib/accounts/schema.ts";
import { changeOwnPasswordAction } from "#lib/accounts/passwords/actions.ts";
import { PasswordPair } from "./password-pair.tsx";

/** Changes one's own password. Every other session ends. */
export function ChangePasswordForm() {
  const t = useTranslations("accounts");
  const [changed, setChanged] = useState(false);
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: changePasswordSchema,
    defaults: {},
    action: changeOwnPasswordAction,
    onDone: () => {
      form.reset();
      setChanged(true);
    },
  });
  const labels = { current: t("field.current"), password: t("field.newPassword"), repeated: t("field.repeated") };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={labels} code={code} />
        {changed && !saving && <Notice tone="success" live><p>{t("password.changed")}</p></Notice>}
        <TextInput {...register("current")} type="password" autoComplete="current-password" label={labels.current} error={errors.current} />
        <PasswordPair register={register} errors={errors} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("password.submit")}</Button>
      </FormActions>
    </form>
  );
}
