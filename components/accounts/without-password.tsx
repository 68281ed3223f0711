import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { AccountView } from "#lib/accounts/queries.ts";
import type { Invitation } from "#lib/accounts/invitations/queries.ts";
import { AccountList } from "./account-list.tsx";

/** On an administrator's desk: who was added but has not chosen a password. */
export function WithoutPassword({ accounts, invitations }: { accounts: readonly AccountView[]; invitations: Readonly<Record<string, Invitation>> }) {
  const t = useTranslations("workspace.desk");
  return (
    <>
      <SectionHeading id="without-password" note={t("withoutPasswordNote")}>{t("withoutPassword")}</SectionHeading>
      <AccountList accounts={accounts} invitations={invitations} />
    </>
  );
}
