import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { Collections } from "#components/open-data/collections.tsx";
import { LicenceSection } from "#components/open-data/licence-section.tsx";
import { ProblemList } from "#components/open-data/problem-list.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { collectionLine } from "#lib/open-data/api/rules.ts";
import { resources } from "#lib/open-data/resources/queries.ts";
import { largestPage } from "#lib/open-data/resources/rules.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("open-data.api")]);
  return pageMetadata({ locale, path: "/api", title: t("title"), description: t("metaDescription") });
}

/** The interface for programs, told to people; made of what answers. */
export default async function ApiPage() {
  const t = await getTranslations("open-data.api");
  const code = (chunks: React.ReactNode) => <code translate="no">{chunks}</code>;
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <section aria-labelledby="how">
        <SectionHeading id="how">{t("howTitle")}</SectionHeading>
        <p><a href="/api/v1/openapi.json">{t("description")}</a></p>
        <p>{t.rich("address", { code, base: publicUrl("/api/v1") })}</p>
        <p>{t.rich("pages", { code, most: largestPage })} {t.rich("sort", { code })}</p>
        <p>{t.rich("texts", { code })}</p>
        <p>{t.rich("etag", { code })}</p>
      </section>
      <SectionHeading id="collections">{t("collections")}</SectionHeading>
      <Collections collections={resources.map(collectionLine)} />
      <ProblemList />
      <LicenceSection licence={dataLicence()} />
    </Page>
  );
}
