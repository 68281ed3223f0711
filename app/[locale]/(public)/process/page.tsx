import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { EventLog } from "#components/published-events/event-log.tsx";
import { ProcessLinks } from "#components/published-events/process-links.tsx";
import { pageSchema } from "#lib/record/addresses/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listPublishedEvents } from "#lib/process/published-events/queries.ts";
import { parseEventFilters } from "#lib/process/published-events/schema.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("process-public")]);
  return pageMetadata({ locale, path: "/process", title: t("title"), description: t("metaDescription") });
}

/** The log of the open government process, the newest event first. */
export default async function ProcessPage({ searchParams }: Props) {
  const query = await searchParams;
  const [locale, t, log] = await Promise.all([getLocale(), getTranslations("process-public"), listPublishedEvents(parseEventFilters(query), pageSchema.parse(query.page), now())]);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ProcessLinks open="process" />
      <EventLog log={log} locale={locale} />
    </Page>
  );
}
