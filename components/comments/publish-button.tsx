"use client";

import { useTranslations } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { publishCommentAction } from "#lib/comments/moderation/actions.ts";

/** Shows a comment to everybody. */
export function PublishButton({ commentId, version }: { commentId: string; version: number }) {
  const t = useTranslations("comments.workspace");
  const { run, running, code } = useCommand(publishCommentAction);
  return (
    <FormActions>
      <Button type="button" aria-disabled={running} onClick={() => !running && run({ commentId, version })}>{t("publish")}</Button>
      <FormStatus saving={running} error={code} />
    </FormActions>
  );
}
