"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { resetSecondFactorAction } from "#lib/accounts/second-factor/actions.ts";

/** Takes the second factor from somebody who lost it, for an administrator. */
export function ResetSecondFactor({ accountId, name }: { accountId: string; name: string }) {
  const t = useTranslations("accounts.account");
  const { run, running, code } = useCommand(resetSecondFactorAction);
  return (
    <FormColumn>
      <p>{t("resetFactorText")}</p>
      <div>
        <AskedButton label={t("resetFactor")} question={t("resetFactorQuestion", { name })} yes={t("resetFactor")} no={t("keep")} onYes={() => run({ accountId })} running={running} />
        <FormStatus error={code} saving={running} />
      </div>
    </FormColumn>
  );
}
