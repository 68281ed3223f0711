"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { moderationCodes, refuseCommentSchema, type ModerationCode } from "#lib/comments/schema.ts";
import { hideCommentAction, rejectCommentAction } from "#lib/comments/moderation/actions.ts";

interface Props {
  commentId: string;
  version: number;
  /** Reject a comment that waits, or hide one that was published. */
  step: "reject" | "hide";
}

/** Ends a comment with a coded reason and, where it helps, a note to the person who wrote it. */
export function RefuseForm({ commentId, version, step }: Props) {
  const t = useTranslations("comments");
  const router = useRouter();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: refuseCommentSchema,
    defaults: { commentId, version, code: "" as ModerationCode, note: "" },
    action: step === "reject" ? rejectCommentAction : hideCommentAction,
    onDone: () => router.refresh(),
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ code: t("workspace.reasonLabel"), note: t("workspace.noteLabel") }} code={code} />
        <p>{t(`workspace.${step}Hint`)}</p>
        <RadioGroup
          name="code"
          legend={t("workspace.reasonLabel")}
          options={moderationCodes.map((value) => ({ value, label: t(`reason.${value}`) }))}
          error={errors.code}
          registration={register("code")}
        />
        <TextArea {...register("note")} label={t("workspace.noteLabel")} hint={t("workspace.noteHint")} optional rows={3} error={errors.note} />
      </FormColumn>
      <FormActions>
        <Button tone="danger" aria-disabled={saving}>{t(`workspace.${step}`)}</Button>
      </FormActions>
    </form>
  );
}
