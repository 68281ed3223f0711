import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { PlanHistory } from "#components/revisions/plan-history.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getPlanHistory } from "#lib/editing/revisions/queries.ts";
import { pageSchema } from "#lib/record/addresses/schema.ts";

interface Props {
  params: Promise<{ plan: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string, page: number) => (await getPlanHistory(slug, page)) ?? notFound());

async function loadAsked({ params, searchParams }: Props) {
  return load((await params).plan, pageSchema.parse((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [locale, t, { plan }] = await Promise.all([getLocale(), getTranslations("revisions"), loadAsked(props)]);
  const title = pickText(plan.title, locale)?.text ?? plan.slug;
  return pageMetadata({ locale, path: `/plans/${plan.slug}/history`, title: `${t("title")}: ${title}`, description: t("metaDescription", { title }) });
}

/** What changed in a plan since the public could first read it, told as a story. */
export default async function PlanHistoryPage(props: Props) {
  const [locale, t, history] = await Promise.all([getLocale(), getTranslations(), loadAsked(props)]);
  const title = pickText(history.plan.title, locale);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { href: `/plans/${history.plan.slug}`, label: title?.text ?? "", lang: title?.lang }, { label: t("revisions.contents") }]} />
      <PageHeading title={t("revisions.title")} lead={t("revisions.lead")} />
      <PlanHistory history={history} locale={locale} />
    </Page>
  );
}
