import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { OrganisationRegister } from "#components/organisations/organisation-register.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { listPublishedOrganisations } from "#lib/organisations/queries.ts";
import { registerPageOf } from "#lib/organisations/rules.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { addressOf, pageSchema } from "#lib/record/addresses/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return pageMetadata({ locale: await getLocale(), path: "/organisations", title: t("title"), description: t("lead") });
}

export default async function OrganisationsPage({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const [locale, t, organisations, asked] = await Promise.all([getLocale(), getTranslations(), listPublishedOrganisations(), searchParams]);
  const { page, pages, kinds } = registerPageOf(organisations, pageSchema.parse(asked.page), locale);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("organisations.title") }]} />
      <PageHeading title={t("organisations.title")} lead={t("organisations.lead")} />
      {organisations.length === 0 ? <p>{t("organisations.empty")}</p> : <OrganisationRegister kinds={kinds} locale={locale} />}
      <Pagination page={page} pages={pages} hrefFor={(shown) => addressOf("/organisations", { page: shown })} />
    </Page>
  );
}
