import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { BeforeSearch, NothingFound } from "#components/search/nothing-found.tsx";
import { Results } from "#components/search/results.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { findPublic, listFoundCommitments } from "#lib/search/found/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { facetLabels } from "#lib/search/queries.ts";
import { parseSearch, searchPageSize } from "#lib/search/schema.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("search")]);
  return pageMetadata({ locale, path: "/search", title: t("title"), description: t("metaDescription") });
}

/** One search over everything that is public. */
export default async function SearchPage({ searchParams }: Props) {
  const search = parseSearch(await searchParams);
  const at = now();
  const [locale, t, found] = await Promise.all([getLocale(), getTranslations("search"), findPublic(search, at)]);
  const [labels, commitments] = found ? await Promise.all([facetLabels(found.facets), listFoundCommitments(found, locale, at)]) : [new Map(), []];
  const shown = found !== null && Object.entries(found.counts).some(([kind, { count }]) => count > 0 && (!search.kind || search.kind === kind));
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <SearchForm search={search} facets={found?.facets ?? null} more={found?.counts.commitment.more ?? false} labels={labels} locale={locale} />
      {shown && <Results search={search} found={found} commitments={commitments} pageSize={searchPageSize} locale={locale} />}
      {!shown && (found || search.question ? <NothingFound search={search} /> : <BeforeSearch />)}
    </Page>
  );
}
