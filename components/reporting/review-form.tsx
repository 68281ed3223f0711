"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { acceptUpdateAction, returnUpdateAction } from "#lib/reporting/actions.ts";
import { returnUpdateSchema, updateVersionSchema } from "#lib/reporting/schema.ts";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import styles from "./reporting.module.css";

/** The Secretariat's two answers to an update: accept it, or return it with a note. */
export function ReviewForm({ updateId, version }: { updateId: string; version: number }) {
  const t = useTranslations("reporting.review");
  const router = useRouter();
  const locale = useLocale();
  const back = (done: string) => router.push(`/${locale}/workspace/review?done=${done}`);
  const accept = useActionForm({ schema: updateVersionSchema, defaults: { updateId, version }, action: acceptUpdateAction, onDone: () => back("accepted") });
  const giveBack = useActionForm({ schema: returnUpdateSchema, defaults: { updateId, version, note: "" }, action: returnUpdateAction, onDone: () => back("returned") });
  return (
    <div className={styles.stack}>
      <form onSubmit={accept.submit}>
        <ErrorSummary errors={accept.errors} labels={{}} code={accept.code} />
        <p>{t("acceptHint")}</p>
        <FormActions><Button aria-disabled={accept.saving}>{t("accept")}</Button></FormActions>
      </form>
      <form onSubmit={giveBack.submit} noValidate>
        <FormColumn>
          <ErrorSummary errors={giveBack.errors} labels={{ note: t("note") }} code={giveBack.code} />
          <TextArea {...giveBack.register("note")} label={t("note")} hint={t("noteHint")} rows={4} limit={5000} error={giveBack.errors.note} />
        </FormColumn>
        <FormActions><Button tone="plain" aria-disabled={giveBack.saving}>{t("return")}</Button></FormActions>
      </form>
    </div>
  );
}
