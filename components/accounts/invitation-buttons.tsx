"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { resendInvitationAction, withdrawInvitationAction } from "#lib/accounts/invitations/actions.ts";
import { MadeLink } from "./made-link.tsx";

/** Sends an invitation that was not accepted again, or withdraws it while its link works. */
export function InvitationButtons({ account: { id, name, email }, open }: { account: { id: string; name: string; email: string }; open: boolean }) {
  const t = useTranslations("accounts.account");
  const resend = useCommand(resendInvitationAction);
  const withdraw = useCommand(withdrawInvitationAction);
  const running = resend.running || withdraw.running;
  return (
    <>
      {resend.value && !running && !resend.code && open && <MadeLink kind="invitation" email={email} delivery={resend.value} />}
      <FormActions>
        <Button type="button" tone="plain" aria-label={t("resendOf", { name })} aria-disabled={running} onClick={() => !running && resend.run({ accountId: id })}>{t("resend")}</Button>
        {open && (
          <AskedButton
            label={t("withdraw")}
            name={t("withdrawOf", { name })}
            question={t("withdrawQuestion", { name })}
            yes={t("withdraw")}
            no={t("keep")}
            onYes={() => withdraw.run({ accountId: id })}
            running={running}
          />
        )}
        <FormStatus error={resend.code ?? withdraw.code} saving={running} />
      </FormActions>
    </>
  );
}
