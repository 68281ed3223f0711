"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { confirmSecondFactorAction } from "#lib/accounts/second-factor/actions.ts";
import { codeSchema } from "#lib/accounts/second-factor/schema.ts";
import styles from "./second-factor.module.css";

/** What the app takes: an address, also as a picture, and the secret to type in. */
export interface AppSecret {
  secret: string;
  address: string;
  qr: { size: number; path: string };
}

/** The secret as a picture and as text, and the first code of the app to prove that it was taken. */
export function ScanStep({ secret: { secret, address, qr }, onConfirmed }: { secret: AppSecret; onConfirmed: (codes: string[]) => void }) {
  const t = useTranslations("second-factor.scan");
  const { register, errors, code, submit, saving } = useActionForm({
    schema: codeSchema,
    defaults: { code: "" },
    action: confirmSecondFactorAction,
    onDone: ({ codes }) => onConfirmed(codes),
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ code: t("code") }} code={code} />
        <TakeFocus when="scan"><p>{t("lead")}</p></TakeFocus>
        <svg className={styles.picture} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t("picture")} shapeRendering="crispEdges">
          <rect className={styles.paper} width={qr.size} height={qr.size} />
          <path className={styles.ink} d={qr.path} />
        </svg>
        <p>{t("byHand")}<br /><code className={styles.secret}>{secret.match(/.{1,4}/g)?.join(" ")}</code></p>
        <p><a href={address}>{t("open")}</a></p>
        <TextInput {...register("code")} inputMode="numeric" autoComplete="one-time-code" label={t("code")} error={errors.code} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("submit")}</Button>
      </FormActions>
    </form>
  );
}
