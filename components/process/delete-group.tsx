"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { deleteDraftGroupAction } from "#lib/process/working-groups/actions.ts";

/** Takes a draft away that no event names. */
export function DeleteGroup({ groupId, version }: { groupId: string; version: number }) {
  const t = useTranslations("process.group");
  const [no, locale, router] = [useTranslations("process.event")("no"), useLocale(), useRouter()];
  const { run, running, code } = useCommand(async (input: { groupId: string; version: number }) => {
    const answer = await deleteDraftGroupAction(input);
    if (answer.ok) router.push(`/${locale}/workspace/process/groups`);
    return answer;
  });
  return (
    <FormActions>
      <AskedButton label={t("delete")} question={t("deleteQuestion")} yes={t("deleteYes")} no={no} running={running} onYes={() => run({ groupId, version })} />
      <FormStatus saving={running} error={code} />
    </FormActions>
  );
}
