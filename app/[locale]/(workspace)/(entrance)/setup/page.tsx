import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "#components/accounts/choose-password-form.tsx";
import { FirstAdministratorForm } from "#components/accounts/first-administrator-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { now } from "#lib/platform/clock.ts";
import { findLink } from "#lib/accounts/links/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.setup");
  return { title: t("passwordTitle"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where a single-use link leads. Opening it changes nothing: mail scanners open links, too. */
export default async function SetupPage({ searchParams }: { searchParams: Promise<{ link?: string | string[] }> }) {
  const { link } = await searchParams;
  const token = typeof link === "string" ? link : "";
  const found = await findLink(token, now());
  const t = await getTranslations("accounts");
  if (found.fault) {
    return (
      <Page>
        <PageHeading title={t("setup.faultTitle")} lead={t(`setup.${found.fault}`)} />
        {found.purpose === "reset" && found.fault !== "LINK_INVALID" && <p><Link href="/forgotten-password">{t("setup.resetAgain")}</Link></p>}
        <p><Link href="/sign-in">{t("signIn.title")}</Link></p>
      </Page>
    );
  }
  if (!found.account) {
    return (
      <Page>
        <PageHeading title={t("setup.firstTitle")} lead={t("setup.firstLead")} />
        <FirstAdministratorForm token={token} />
      </Page>
    );
  }
  const { purpose, account: { name, email } } = found;
  return (
    <Page>
      <PageHeading title={t(`setup.${purpose}Title`)} lead={t(purpose === "reset" ? "setup.resetLead" : "setup.passwordLead", { name, email })} />
      <ChoosePasswordForm token={token} email={email} />
    </Page>
  );
}
