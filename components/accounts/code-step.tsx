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
import type { SignIn } from "#lib/accounts/schema.ts";
import { codeSchema } from "#lib/accounts/second-factor/schema.ts";
import { enter, type Refusal } from "./enter.ts";

interface Props {
  /** E-mail and password that were found right. */
  known: SignIn;
  onEntered: () => void;
  onAgain: () => void;
}

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeStep({ known, onEntered, onAgain }: Props) {
  const t = useTranslations("accounts");
  const [recovery, setRecovery] = useState(false);
  const [refused, setRefused] = useState<{ why: Refusal; times: number }>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: codeSchema,
    defaults: { code: "" },
    action: ({ code: typed }) => enter({ ...known, code: typed }),
    onDone: (why) => {
      if (!why) return onEntered();
      setRefused((before) => ({ why, times: (before?.times ?? 0) + 1 }));
      form.reset();
    },
  });
  const label = t(recovery ? "field.recoveryCode" : "field.code");
  const change = () => {
    setRecovery(!recovery);
    setRefused(undefined);
    form.reset();
  };
  const why = refused?.why === "codeWrong" && recovery ? "recoveryWrong" : refused?.why;
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ code: label }} code={code} />
        <TakeFocus when={refused && !saving ? String(refused.times) : "begin"}>
          {why && !saving ? <Notice tone="error"><p>{t(`signIn.${why}`)}</p></Notice> : <p>{t("signIn.codeLead")}</p>}
        </TakeFocus>
        <TextInput {...register("code")} inputMode={recovery ? "text" : "numeric"} autoComplete={recovery ? "off" : "one-time-code"} label={label} hint={t(recovery ? "field.recoveryHint" : "field.codeHint")} error={errors.code} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{saving ? t("signIn.working") : t("signIn.submit")}</Button>
        <Button type="button" tone="quiet" onClick={change}>{t(recovery ? "signIn.useApp" : "signIn.useRecovery")}</Button>
        <Button type="button" tone="quiet" onClick={onAgain}>{t("signIn.again")}</Button>
      </FormActions>
    </form>
  );
}
