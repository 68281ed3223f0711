import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "#components/accounts/change-password-form.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { SecondFactorSection } from "#components/second-factor/second-factor-section.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { getOwnAccount, requireActor } from "#lib/accounts/queries.ts";
import { getLastDigest } from "#lib/boards/reminders/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { countRecoveryCodes } from "#lib/accounts/second-factor/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.password");
  return { title: t("title") };
}

/** One's own account: roles, another password, a second factor. */
export default async function OwnAccountPage() {
  const actor = await requireActor();
  const account = (await getOwnAccount()) ?? notFound();
  const [t, locale, codesLeft, lastDigest] = [await getTranslations(), await getLocale(), await countRecoveryCodes(actor), await getLastDigest(account.id)];
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
      <SectionHeading id="reminders">{t("reminders.account.title")}</SectionHeading>
      <p>{lastDigest ? t("reminders.account.last", { date: formatDate(lastDigest, locale) }) : t("reminders.account.none")}</p>
      <SectionHeading id="change-password" note={t("accounts.password.hint")}>{t("accounts.password.change")}</SectionHeading>
      <ChangePasswordForm />
      <ClientWords namespaces={["second-factor"]}>
        <SecondFactorSection since={account.secondFactorSince} codesLeft={codesLeft} />
      </ClientWords>
      <SectionHeading id="sessions">{t("accounts.password.sessionsTitle")}</SectionHeading>
      <p>{t("accounts.password.sessions")}</p>
    </Page>
  );
}
