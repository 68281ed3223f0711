"use client";

import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { firstAdministratorSchema } from "#lib/accounts/schema.ts";
import { createFirstAdministratorAction } from "#lib/accounts/sign-in/actions.ts";
import { openAfresh } from "./open-afresh.ts";
import { PasswordPair } from "./password-pair.tsx";

/** Creates the account that administers, and signs it in. */
export function FirstAdministratorForm({ token }: { token: string }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: firstAdministratorSchema,
    defaults: {},
    action: (values) => createFirstAdministratorAction(token, values),
    onDone: async (_, { email, password }) => {
      await signIn("credentials", { email, password, redirect: false, callbackUrl: "/" });
      openAfresh(`/${locale}/workspace`);
    },
  });
  const labels = { name: t("field.name"), email: t("field.email"), password: t("field.newPassword"), repeated: t("field.repeated") };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={labels} code={code} />
        <TextInput {...register("name")} autoComplete="name" label={labels.name} error={errors.name} />
        <TextInput {...register("email")} type="email" autoComplete="username" label={labels.email} error={errors.email} />
        <PasswordPair register={register} errors={errors} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("setup.firstSubmit")}</Button>
      </FormActions>
    </form>
  );
}
