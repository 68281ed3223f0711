"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { signInSchema, type SignIn } from "#lib/accounts/schema.ts";
import { CodeStep } from "./code-step.tsx";
import { enter, type Refusal } from "./enter.ts";
import { openAfresh } from "./open-afresh.ts";

/** E-mail and password, and the code of a second factor where there is one. The e-mail stays after a refusal; `next` is a path on this site. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("accounts");
  const [refused, setRefused] = useState<{ why: Refusal; times: number }>();
  const [known, setKnown] = useState<SignIn>();
  const onDone = (why: Refusal | null, input: SignIn) => {
    if (!why) return openAfresh(next);
    if (why === "codeNeeded") return setKnown(input);
    setRefused((before) => ({ why, times: (before?.times ?? 0) + 1 }));
    form.resetField("password");
  };
  const { form, register, errors, code, submit, saving } = useActionForm({ schema: signInSchema, defaults: {}, action: enter, onDone });
  const labels = { email: t("field.email"), password: t("field.password") };
  const startAgain = () => {
    setKnown(undefined);
    setRefused(undefined);
    form.resetField("password");
  };
  if (known) return <CodeStep known={known} onEntered={() => openAfresh(next)} onAgain={startAgain} />;
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={labels} code={code} />
        {refused && !saving && (
          <TakeFocus when={String(refused.times)}>
            <Notice tone="error"><p>{t(`signIn.${refused.why}`)}</p></Notice>
          </TakeFocus>
        )}
        <TextInput {...register("email")} type="email" autoComplete="username" label={labels.email} error={errors.email} />
        <TextInput {...register("password")} type="password" autoComplete="current-password" label={labels.password} error={errors.password} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{saving ? t("signIn.working") : t("signIn.submit")}</Button>
      </FormActions>
    </form>
  );
}
