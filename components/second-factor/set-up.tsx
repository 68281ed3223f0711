"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { openAfresh } from "#components/accounts/open-afresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { beginSecondFactorAction } from "#lib/accounts/second-factor/actions.ts";
import { beginSchema } from "#lib/accounts/second-factor/schema.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { ScanStep, type AppSecret } from "./scan-step.tsx";

/**
 * Sets up a second factor: the password, the secret for the app and a first code, the recovery codes. Then on to `next`.
 * With one set up `already` there is nothing to begin; the codes stay, as the page is loaded anew behind them.
 */
export function SetUp({ next, already }: { next: string; already: boolean }) {
  const t = useTranslations("second-factor");
  const [secret, setSecret] = useState<AppSecret>();
  const [codes, setCodes] = useState<string[]>();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: beginSchema,
    defaults: {},
    action: beginSecondFactorAction,
    onDone: (made) => setSecret(made),
  });
  if (codes) {
    return (
      <FormColumn>
        <Notice tone="success" live><p>{t("done")}</p></Notice>
        <RecoveryCodes codes={codes} onKept={() => openAfresh(next)} />
      </FormColumn>
    );
  }
  if (already) return <p>{t("already")} <Link href="/workspace/account">{t("toAccount")}</Link></p>;
  if (secret) return <ScanStep secret={secret} onConfirmed={setCodes} />;
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ password: t("begin.password") }} code={code} />
        <TextInput {...register("password")} type="password" autoComplete="current-password" label={t("begin.password")} hint={t("begin.hint")} error={errors.password} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("begin.submit")}</Button>
      </FormActions>
    </form>
  );
}
