import { useLocale, useTranslations } from "next-intl";
import type { Invitation } from "#lib/accounts/invitations/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { InvitationButtons } from "./invitation-buttons.tsx";

const words = { open: "invited", expired: "expired", withdrawn: "withdrawn" } as const;

/** On the page of an account without a password: when it was invited, until when, and what can be done. */
export function InvitationSection({ account, invitation }: { account: { id: string; name: string; email: string }; invitation: Invitation | undefined }) {
  const t = useTranslations("accounts.account");
  const locale = useLocale();
  const text = invitation ? t(words[invitation.state], { date: formatDateTime(invitation.invitedAt, locale), expires: formatDateTime(invitation.expiresAt, locale) }) : t("never");
  return (
    <>
      <p>{text}</p>
      <InvitationButtons account={{ id: account.id, name: account.name, email: account.email }} open={invitation?.state === "open"} />
    </>
  );
}
