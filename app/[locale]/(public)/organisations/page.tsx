import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { OrganisationRegister } from "#components/organisations/organisation-register.tsx";
import { listPublishedOrganisations } from "#lib/organisations/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return pageMetadata({ locale: await getLocale(), path: "/organisations", title: t("title"), description: t("lead") });
}

export default async function OrganisationsPage() {
  const [locale, t, organisations] = await Promise.all([getLocale(), getTranslations(), listPublishedOrganisations()]);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("organisations.title") }]} />
      <PageHeading title={t("organisations.title")} lead={t("organisations.lead")} />
      {organisations.length === 0 ? <p>{t("organisations.empty")}</p> : <OrganisationRegister organisations={organisations} locale={locale} />}
    </Page>
  );
}
