"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { discardImportAction, startImportAction } from "#lib/imports/actions.ts";
import type { ImportPreview } from "#lib/imports/queries.ts";
import { startImportSchema } from "#lib/imports/schema.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";

interface Props extends Pick<ImportPreview, "revision" | "amends" | "legalActs"> {
  importId: string;
  version: number;
  isNew: boolean;
  removesMissing: boolean;
}

/** Starts what the preview shows; for an adopted plan, with the reason that everybody will read. */
export function StartForm({ importId, version, revision, amends, legalActs, isNew, removesMissing }: Props) {
  const t = useTranslations("imports.start");
  const [locale, router] = [useLocale(), useRouter()];
  const { register, errors, code, submit, saving } = useActionForm({
    schema: startImportSchema,
    defaults: { importId, version, revision, removesMissing, legalActId: "" },
    action: (said) => startImportAction({ ...said, version, revision, removesMissing }),
    onDone: () => router.refresh(),
  });
  const kind = isNew ? "new" : amends ? "amend" : "change";
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ reason: t("reason"), "reason.ka": t("reason"), "reason.en": t("reason"), legalActId: t("act") }} code={code} />
        <p>{t(`${kind}Note`)}</p>
        {amends && <LocalizedField name="reason" label={t("reason")} hint={t("reasonHint")} multiline rows={3} error={errors.reason} errors={{ ka: errors["reason.ka"], en: errors["reason.en"] }} register={(language) => register(`reason.${language}`)} />}
        {amends && (
          <Select
            {...register("legalActId")} label={t("act")} error={errors.legalActId}
            options={[{ value: "", label: t("noAct") }, ...legalActs.map((act) => ({ value: act.id, label: t("actName", { kind: pickText(act.kind, locale)?.text ?? "", number: act.number, date: formatPartialDate(act.date, locale) }) }))]}
          />
        )}
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t(kind)}</Button>
        <DiscardButton importId={importId} version={version} />
      </FormActions>
    </form>
  );
}

/** Puts an import away, after a plain question. */
export function DiscardButton({ importId, version }: { importId: string; version: number }) {
  const t = useTranslations("imports.start");
  const [locale, router] = [useLocale(), useRouter()];
  const { run, running } = useCommand(async (ref: { importId: string; version: number }) => {
    const answer = await discardImportAction(ref);
    if (answer.ok) router.push(`/${locale}/workspace/imports`);
    return answer;
  });
  return <AskedButton label={t("discard")} question={t("discardAsk")} yes={t("discardYes")} no={t("discardNo")} running={running} tone="plain" onYes={() => run({ importId, version })} />;
}
