import { useLocale, useTranslations } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { AccountView } from "#lib/accounts/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

/** Everybody who can sign in: name, address, roles, and whether something is unusual. */
export function AccountList({ accounts }: { accounts: readonly AccountView[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const roleOf = ({ role, organisation }: AccountView["memberships"][number]) =>
    [t(`status.role.${role}`), pickText(organisation, locale)?.text].filter(Boolean).join(", ");
  const stateOf = ({ disabledAt, hasPassword }: AccountView) =>
    disabledAt ? t("accounts.list.disabled", { date: formatDate(disabledAt, locale) }) : hasPassword ? null : t("accounts.list.noPassword");
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
