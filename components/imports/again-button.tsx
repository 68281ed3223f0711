"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { previewAgainAction, reopenMappingAction } from "#lib/imports/actions.ts";

interface Props {
  importId: string;
  version: number;
}

/** From a failed import back to its preview. */
export function AgainButton({ importId, version }: Props) {
  const t = useTranslations("imports.failed");
  const { run, running, code } = useCommand(previewAgainAction);
  return (
    <>
      <ErrorSummary errors={{}} labels={{}} code={code} />
      <Button type="button" aria-disabled={running} onClick={() => !running && run({ importId, version })}>{t("again")}</Button>
    </>
  );
}

/** From the preview back to what the columns mean. */
export function RemapButton({ importId, version }: Props) {
  const t = useTranslations("imports.preview");
  const { run, running, code } = useCommand(reopenMappingAction);
  return (
    <>
      <ErrorSummary errors={{}} labels={{}} code={code} />
      <Button type="button" tone="quiet" aria-disabled={running} onClick={() => !running && run({ importId, version })}>{t("remap")}</Button>
    </>
  );
}
