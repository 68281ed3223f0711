import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { FindMunicipality } from "#components/municipalities/find-municipality.tsx";
import { MunicipalityRegister } from "#components/municipalities/municipality-register.tsx";
import { listMunicipalities } from "#lib/figures/municipalities/queries.ts";
import { typedName } from "#lib/figures/municipalities/rules.ts";
import { municipalitiesPath } from "#lib/figures/municipalities/schema.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipalities");
  return pageMetadata({ locale: await getLocale(), path: municipalitiesPath, title: t("title"), description: t("lead") });
}

/** Every municipality, or those that are called what was typed. */
export default async function MunicipalitiesPage({ searchParams }: { searchParams: Promise<{ name?: string | string[] }> }) {
  const [locale, t, municipalities, { name }] = await Promise.all([getLocale(), getTranslations(), listMunicipalities(), searchParams]);
  const typed = typedName(name);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("municipalities.title") }]} />
      <PageHeading title={t("municipalities.title")} lead={t("municipalities.lead")} />
      <FindMunicipality typed={typed} />
      <MunicipalityRegister municipalities={municipalities} typed={typed} locale={locale} />
    </Page>
  );
}
