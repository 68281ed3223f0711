import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CrosswalkHistory } from "#components/crosswalks/crosswalk-history.tsx";
import { ReadingTable } from "#components/crosswalks/reading-table.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { getPublishedScale } from "#lib/assessments/crosswalks/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

interface Props {
  params: Promise<{ secretariat: string; scale: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (secretariat: string, scale: string) => (await getPublishedScale(secretariat, scale)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { secretariat, scale } = await params;
  const [locale, t, view] = await Promise.all([getLocale(), getTranslations("crosswalks.scale"), load(secretariat, scale)]);
  const name = pickText(view.secretariat.name, locale)?.text ?? secretariat;
  return pageMetadata({ locale, path: `/scales/${secretariat}/${scale}`, title: pickText(view.scale.label, locale)?.text ?? scale, description: t("metaDescription", { secretariat: name }) });
}

/** How a Secretariat reads its scale on IRM's, since when and why, and how it read it before. */
export default async function ScalePage({ params }: Props) {
  const { secretariat, scale } = await params;
  const [locale, t, view] = await Promise.all([getLocale(), getTranslations("crosswalks"), load(secretariat, scale)]);
  const title = pickText(view.scale.label, locale);
  const newest = view.versions[0];
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/scales", label: t("title") }, { label: title?.text ?? scale }]} />
      <PageHeading title={title?.text ?? scale} lang={title?.lang} eyebrow={t("scale.eyebrow", { secretariat: pickText(view.secretariat.name, locale)?.text ?? secretariat })} />
      <SectionHeading id="reading">{t("scale.reading")}</SectionHeading>
      <p>{newest ? t("scale.since", { number: newest.number, date: formatDate(newest.recordedAt, locale) }) : t("scale.none")}</p>
      <ReadingTable view={view} entries={newest?.entries ?? []} locale={locale} />
      <CrosswalkHistory view={view} locale={locale} />
    </Page>
  );
}
