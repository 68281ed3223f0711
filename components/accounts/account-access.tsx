"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { disableAccountAction, enableAccountAction } from "#lib/accounts/actions.ts";

/** Closes an open account, or opens a closed one again. */
export function AccountAccess({ account }: { account: { id: string; name: string; version: number; closed: boolean } }) {
  const t = useTranslations("accounts.account");
  const { run, running, code } = useCommand(account.closed ? enableAccountAction : disableAccountAction);
  const go = () => run({ accountId: account.id, version: account.version });
  return (
    <FormColumn>
      <p>{account.closed ? t("enableText") : t("disableText")}</p>
      <div>
        {account.closed ? (
          <Button type="button" tone="plain" aria-disabled={running} onClick={() => !running && go()}>{t("enable")}</Button>
        ) : (
          <AskedButton label={t("disable")} question={t("disableQuestion", { name: account.name })} yes={t("disableSubmit")} no={t("keep")} onYes={go} running={running} />
        )}
        <FormStatus error={code} saving={running} />
      </div>
    </FormColumn>
  );
}
