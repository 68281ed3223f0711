"use client";

import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { removeMembershipAction } from "#lib/accounts/actions.ts";
import type { AccountView } from "#lib/accounts/queries.ts";

/** The roles of a person, each of which can be taken away. */
export function RoleList({ memberships }: { memberships: AccountView["memberships"] }) {
  const t = useTranslations();
  const locale = useLocale();
  const { run, running, code } = useCommand(removeMembershipAction);
  if (memberships.length === 0) return <p>{t("accounts.account.noRoles")}</p>;
  const button = (id: string, role: string) => (
    <AskedButton
      label={t("accounts.account.removeRole")}
      name={t("accounts.account.removeRoleOf", { role })}
      question={t("accounts.account.removeRoleQuestion")}
      yes={t("accounts.account.removeRole")}
      no={t("accounts.account.keep")}
      onYes={() => run({ membershipId: id })}
      running={running}
    />
  );
  return (
    <>
      <FormStatus error={code} saving={running} />
      <LedgerList>
        {memberships.map(({ id, role, organisation }) => (
          <LedgerLine key={id} title={t(`status.role.${role}`)} aside={button(id, t(`status.role.${role}`))}>
            {organisation && <LocalizedText value={organisation} locale={locale} />}
          </LedgerLine>
        ))}
      </LedgerList>
    </>
  );
}
