"use client";

import { useTranslations } from "next-intl";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { sendMailAgainAction } from "#lib/accounts/outbox/actions.ts";

/** Sends a mail that could not be delivered once more. `name` tells it from the other buttons. */
export function SendAgainButton({ mailId, name }: { mailId: string; name: string }) {
  const t = useTranslations("outbox");
  const { run, running, code } = useCommand(sendMailAgainAction);
  return (
    <div>
      <Button type="button" tone="plain" aria-label={name} aria-disabled={running} onClick={() => !running && run({ mailId })}>{t("again")}</Button>
      <FormStatus error={code} saving={running} />
    </div>
  );
}
