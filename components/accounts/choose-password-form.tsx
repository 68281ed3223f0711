"use client";

import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { choosePasswordSchema } from "#lib/accounts/schema.ts";
import { choosePasswordAction } from "#lib/accounts/passwords/actions.ts";
import { openAfresh } from "./open-afresh.ts";
import { PasswordPair } from "./password-pair.tsx";

/** The owner of the link chooses a password and is signed in, or goes to sign in when there is a second factor. */
export function ChoosePasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: choosePasswordSchema,
    defaults: {},
    action: (values) => choosePasswordAction(token, values),
    onDone: async (_, { password }) => {
      // With a second factor the password alone does not sign in: the sign-in page asks for both.
      const entered = await signIn("credentials", { email, password, redirect: false, callbackUrl: "/" });
      openAfresh(`/${locale}/${entered?.ok ? "workspace" : "sign-in"}`);
    },
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ password: t("field.newPassword"), repeated: t("field.repeated") }} code={code} />
        <TextInput name="email" type="email" autoComplete="username" label={t("field.email")} value={email} readOnly />
        <PasswordPair register={register} errors={errors} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("setup.passwordSubmit")}</Button>
      </FormActions>
    </form>
  );
}
