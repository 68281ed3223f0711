"use client";

import { useTranslations } from "next-intl";
import { FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { createPasswordLinkAction } from "#lib/accounts/passwords/actions.ts";
import { MadeLink } from "./made-link.tsx";

/** Sends the person a new link to choose a password, and shows it once. */
export function PasswordLinkButton({ accountId, email }: { accountId: string; email: string }) {
  const t = useTranslations("accounts.account");
  const { run, running, code, value } = useCommand(createPasswordLinkAction);
  return (
    <FormColumn>
      <p>{t("passwordLinkText")}</p>
      {value && <MadeLink kind="password" email={email} delivery={value} />}
      <div>
        <Button type="button" tone="plain" aria-disabled={running} onClick={() => !running && run({ accountId })}>{t("passwordLinkSubmit")}</Button>
        <FormStatus error={code} saving={running} />
      </div>
    </FormColumn>
  );
}
