import { useLocale, useTranslations } from "next-intl";
import { FactList } from "#components/ui/fact-list.tsx";
import type { AccountView } from "#lib/accounts/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

/** What is known of an account. */
export function AccountFacts({ account }: { account: AccountView }) {
  const t = useTranslations();
  const locale = useLocale();
  const state = account.disabledAt
    ? t("accounts.account.closed", { date: formatDate(account.disabledAt, locale) })
    : t(account.hasPassword ? "accounts.account.open" : "accounts.account.openNoPassword");
  return (
    <FactList
      facts={[
        { label: t("accounts.field.email"), value: account.email },
        { label: t("accounts.account.state"), value: state },
        { label: t("accounts.account.secondFactor"), value: account.secondFactorSince ? t("accounts.account.secondFactorSince", { date: formatDate(account.secondFactorSince, locale) }) : t("accounts.account.secondFactorNone") },
        { label: t("accounts.account.locale"), value: t(`ui.languages.${account.locale}`) },
      ]}
    />
  );
}
