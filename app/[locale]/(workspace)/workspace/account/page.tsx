import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "#components/accounts/change-password-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { getOwnAccount, requireActor } from "#lib/accounts/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.password");
  return { title: t("title") };
}

/** One's own account: roles, and another password. */
export default async function OwnAccountPage() {
  await requireActor();
  const account = (await getOwnAccount()) ?? notFound();
  const [t, locale] = [await getTranslations(), await getLocale()];
  return (
    <Page dense>
      <PageHeading title={t("accounts.password.title")} lead={t("accounts.password.lead", { name: account.name, email: account.email })} />
      <SectionHeading id="roles">{t("accounts.password.roles")}</SectionHeading>
      {account.memberships.length === 0 && <p>{t("accounts.password.noRoles")}</p>}
      <LedgerList>
        {account.memberships.map(({ role, organisation }, index) => (
          <LedgerLine key={index} title={t(`status.role.${role}`)}>
            {organisation && <LocalizedText value={organisation} locale={locale} />}
          </LedgerLine>
        ))}
      </LedgerList>
      <SectionHeading id="password" note={t("accounts.password.hint")}>{t("accounts.password.change")}</SectionHeading>
      <ChangePasswordForm email={account.email} />
    </Page>
  );
}
