import { useLocale, useTranslations } from "next-intl";
import type { Invitation } from "#lib/accounts/invitations/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

const words = { open: "invited", expired: "expired", withdrawn: "withdrawn" } as const;

/** Where the invitation of somebody without a password stands, in a few words. */
export function InvitationState({ invitation }: { invitation: Invitation | null | undefined }) {
  const t = useTranslations("accounts.list");
  const locale = useLocale();
  if (!invitation) return t("noPassword");
  const { state, invitedAt, expiresAt } = invitation;
  return t(words[state], { date: formatDate(invitedAt, locale), expires: formatDate(expiresAt, locale) });
}
