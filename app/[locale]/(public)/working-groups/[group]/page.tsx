import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { GroupRecord } from "#components/published-groups/group-record.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { groupPath } from "#lib/process/rules.ts";
import { getPublishedGroup } from "#lib/process/published-groups/queries.ts";
import { listRecommendationsOf } from "#lib/process/published-recommendations/queries.ts";
import { groupData } from "#lib/open-data/structured-data/rules.ts";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";

interface Props {
  params: Promise<{ group: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getPublishedGroup(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, group] = await Promise.all([getLocale(), getTranslations("process-public.groups"), load((await params).group)]);
  const name = pickText(group.name, locale)?.text ?? group.slug;
  return pageMetadata({ locale, path: groupPath(group.slug), title: name, description: t("metaDescription", { name }) });
}

/** One forum or working group: its members, its meetings, and what it recommended. */
export default async function GroupPage({ params }: Props) {
  const { group: slug } = await params;
  const [locale, t, group, recommendations] = await Promise.all([getLocale(), getTranslations(), load(slug), listRecommendationsOf(slug, now())]);
  const name = pickText(group.name, locale);
  return (
    <Page>
      <JsonLd data={groupData(group, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: "/process", label: t("process-public.title") }, { href: "/working-groups", label: t("process-public.groups.title") }, { label: t("process-public.groups.one") }]} />
      <PageHeading title={name?.text ?? slug} lang={name?.lang} eyebrow={t(`status.groupKind.${group.kind}`)} />
      <GroupRecord group={group} recommendations={recommendations} locale={locale} />
    </Page>
  );
}
