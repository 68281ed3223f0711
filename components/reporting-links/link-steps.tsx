"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { renewReportingLinkAction, revokeReportingLinkAction } from "#lib/boards/reporting-links/actions.ts";

interface Props {
  linkId: string;
  email: string;
  revocable: boolean;
  renewable: boolean;
}

/** Ends a link, or mails a new one to the same person; each after a plain question. */
export function LinkSteps({ linkId, email, revocable, renewable }: Props) {
  const [t, forms] = [useTranslations("links.steps"), useTranslations("forms")];
  const [revoke, renew] = [useCommand(revokeReportingLinkAction), useCommand(renewReportingLinkAction)];
  const running = revoke.running || renew.running;
  return (
    <FormActions>
      {renewable && <AskedButton tone="plain" label={t("renew")} name={`${t("renew")}: ${email}`} question={t("renewQuestion", { email })} yes={t("renew")} no={forms("cancel")} running={running} onYes={() => renew.run({ linkId })} />}
      {revocable && <AskedButton label={t("revoke")} name={`${t("revoke")}: ${email}`} question={t("revokeQuestion")} yes={t("revoke")} no={forms("cancel")} running={running} onYes={() => revoke.run({ linkId })} />}
      <FormStatus saving={running} error={revoke.code ?? renew.code} />
    </FormActions>
  );
}
