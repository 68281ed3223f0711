"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { endExtensionAction } from "#lib/reporting/extensions/actions.ts";

/** Closes a period again for the agency for which it was reopened. */
export function EndExtensionButton({ periodId, organisationId, version, name }: { periodId: string; organisationId: string; version: number; name: string }) {
  const t = useTranslations("boards.extend");
  const words = useTranslations("forms");
  const { run, running, code } = useCommand(endExtensionAction);
  return (
    <>
      <AskedButton label={t("end")} name={`${t("end")}: ${name}`} question={t("endQuestion", { agency: name })} yes={t("end")} no={words("cancel")} running={running} onYes={() => run({ periodId, organisationId, version })} />
      <FormStatus saving={running} error={code} />
    </>
  );
}
