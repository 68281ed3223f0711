"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Localized } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { loadReportAction, saveReportAction } from "#lib/reports/actions.ts";
import { saveReportSchema, type SaveReportInput } from "#lib/reports/schema.ts";
import type { Composer } from "./use-composer.ts";

interface Props {
  report: { id: string; version: number; title: Localized };
  composer: Composer;
  /** Whether something is typed that is not saved. */
  onDirty: (dirty: boolean) => void;
}

const both = (title: Localized) => ({ ka: title.ka ?? "", en: title.en ?? "" });

/** What the report is called. A colleague who wrote in a section is in nobody's way; one who called it otherwise is told of. */
export function ReportTitleForm({ report, composer, onDirty }: Props) {
  const t = useTranslations("report-sections.title");
  const [locale, router] = [useLocale(), useRouter()];
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<Localized | null>(null);
  const [known, setKnown] = useState(report.title);
  const save = async (output: SaveReportInput) => {
    const answer = await saveReportAction({ ...output, version: composer.keepers.seen });
    if (answer.ok || answer.code !== "CONFLICT") return answer;
    const loaded = await loadReportAction({ reportId: report.id });
    if (!loaded.ok) return answer;
    const { version, texts } = loaded.value;
    if (JSON.stringify(both(texts.title)) === JSON.stringify(both(known))) return saveReportAction({ ...output, version });
    setKnown(texts.title);
    setTheirs(texts.title);
    return answer;
  };
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: saveReportSchema, defaults: { reportId: report.id, version: report.version, title: both(report.title) }, action: save,
    onDone: ({ version }, { title }) => {
      composer.keepers.moved(version);
      form.reset(form.getValues());
      setKnown(title);
      setTheirs(null);
      setSavedAt(now());
      router.refresh();
    },
  });
  const { isDirty } = form.formState;
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        {theirs && <Notice tone="warning" live><p>{t("conflict", { title: pickText(theirs, locale)?.text ?? "" })}</p></Notice>}
        <ErrorSummary errors={errors} labels={{ title: t("label"), "title.ka": t("label"), "title.en": t("label") }} code={theirs ? undefined : code} />
        <LocalizedField stacked name="title" label={t("label")} error={errors.title} errors={{ ka: errors["title.ka"], en: errors["title.en"] }} register={(language) => register(`title.${language}`)} />
      </FormColumn>
      <FormActions>
        <Button tone="plain" aria-disabled={saving}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={isDirty} error={theirs ? undefined : code} />
      </FormActions>
    </form>
  );
}
