import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { Dictionary } from "#components/open-data/dictionary.tsx";
import { DumpTable } from "#components/open-data/dump-table.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { LicenceSection } from "#components/open-data/licence-section.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { resources } from "#lib/open-data/resources/queries.ts";
import { columnsOf } from "#lib/open-data/tables/rules.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { dataSetData } from "#lib/open-data/structured-data/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("open-data.data")]);
  return pageMetadata({ locale, path: "/data", title: t("title"), description: t("metaDescription") });
}

/** What can be taken away: complete files, the licence, and what every column means. */
export default async function DataPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("open-data.data")]);
  return (
    <Page wide>
      <JsonLd data={dataSetData({ title: t("title"), description: t("metaDescription") }, { site: publicUrl("/").slice(0, -1), locale }, dataLicence().url)} />
      <PageHeading title={t("title")} lead={t("lead")} />
      <section aria-labelledby="files">
        <SectionHeading id="files">{t("files")}</SectionHeading>
        <DumpTable />
        <p><Link href="/api">{t("api")}</Link></p>
      </section>
      <FollowLinks path="" />
      <LicenceSection licence={dataLicence()} />
      <section aria-labelledby="how">
        <SectionHeading id="how">{t("howTitle")}</SectionHeading>
        <p>{t("how")}</p>
        <p>{t("ogp")} {t("privacy")}</p>
        <p>{t("guard")}</p>
      </section>
      <SectionHeading id="dictionary">{t("dictionary")}</SectionHeading>
      <p><a href="/api/v1/dictionary.json">{t("dictionaryJson")}</a></p>
      <Dictionary tables={resources.map((resource) => ({ name: resource.name, columns: columnsOf(resource) }))} />
    </Page>
  );
}
