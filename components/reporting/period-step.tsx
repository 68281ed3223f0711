"use client";

import { useLocale, useTranslations } from "next-intl";
import { movePeriodAction } from "#lib/reporting/periods/actions.ts";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";

interface Props {
  step: "open" | "close" | "reopen";
  periodId: string;
  version: number;
  label: Texts;
}

/** Opens, closes or reopens a period, after a plain question. */
export function PeriodStep({ step, periodId, version, label }: Props) {
  const t = useTranslations("reporting.periods");
  const words = useTranslations("forms");
  const locale = useLocale();
  const { run, running, code } = useCommand(movePeriodAction);
  const name = pickText(label, locale)?.text ?? "";
  return (
    <>
      <AskedButton
        label={t(`step.${step}`)} name={`${t(`step.${step}`)}: ${name}`} question={t(`question.${step}`)} yes={t(`step.${step}`)} no={words("cancel")}
        running={running} onYes={() => run({ step, periodId, version })}
      />
      <FormStatus saving={running} error={code} />
    </>
  );
}
