"use client";

import { useTranslations } from "next-intl";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { sendSmsAgainAction } from "#lib/accounts/sms-outbox/actions.ts";

/** Sends a message that did not arrive once more. `name` tells it from the other buttons. */
export function SendSmsAgainButton({ smsId, name }: { smsId: string; name: string }) {
  const t = useTranslations("sms-outbox");
  const { run, running, code } = useCommand(sendSmsAgainAction);
  return (
    <div>
      <Button type="button" tone="plain" aria-label={name} aria-disabled={running} onClick={() => !running && run({ smsId })}>{t("again")}</Button>
      <FormStatus error={code} saving={running} />
    </div>
  );
}
