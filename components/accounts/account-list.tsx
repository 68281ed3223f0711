import { useLocale, useTranslations } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { AccountView } from "#lib/accounts/queries.ts";
import type { Invitation } from "#lib/accounts/invitations/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { InvitationState } from "./invitation-state.tsx";

/** Everybody who can sign in: name, address, roles, and whether something is unusual. `invitations` are those not accepted, by account. */
export function AccountList({ accounts, invitations }: { accounts: readonly AccountView[]; invitations: Readonly<Record<string, Invitation>> }) {
  const t = useTranslations();
  const locale = useLocale();
  const roleOf = ({ role, organisation }: AccountView["memberships"][number]) =>
    [t(`status.role.${role}`), pickText(organisation, locale)?.text].filter(Boolean).join(", ");
  const stateOf = ({ id, disabledAt, hasPassword }: AccountView) =>
    disabledAt ? t("accounts.list.disabled", { date: formatDate(disabledAt, locale) }) : hasPassword ? null : <InvitationState invitation={invitations[id]} />;
  return (
    <LedgerList>
      {accounts.map((account) => (
        <LedgerLine key={account.id} title={account.name} href={`/workspace/administration/accounts/${account.id}`} aside={stateOf(account)}>
          {account.email}
          <br />
          {account.memberships.length ? account.memberships.map(roleOf).join("; ") : t("accounts.list.noRole")}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
