import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PosterSheet } from "#components/posters/poster-sheet.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { findPoster } from "#lib/open-data/posters/queries.ts";

interface Props {
  params: Promise<{ plan: string; commitment: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (plan: string, slug: string, locale: "ka" | "en") => (await findPoster(plan, slug, locale, now())) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { plan, commitment } = await params;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("posters")]);
  const { title, number, kind } = await load(plan, commitment, locale);
  return pageMetadata({ locale, path: `/plans/${plan}/commitments/${commitment}/poster`, title: `${t("title")}: ${title.text}`, description: t("metaDescription", { number: number ?? "", kind }) });
}

/** A sheet for a notice board, with a QR code and a short address that leads to the commitment for ever. */
export default async function PosterPage({ params }: Props) {
  const { plan, commitment } = await params;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("posters")]);
  const poster = await load(plan, commitment, locale);
  const path = `/plans/${plan}/commitments/${commitment}`;
  return (
    <Page>
      <Breadcrumbs items={[{ href: `/plans/${plan}`, label: poster.plan.text, lang: poster.plan.lang }, { href: path, label: `${poster.word} ${poster.number}` }, { label: t("title") }]} />
      <PosterSheet poster={poster} />
      <p data-screen-only>{t("lead")} <a href={`/${locale}/poster${path}.pdf`}>{t("pdf")}</a></p>
    </Page>
  );
}
