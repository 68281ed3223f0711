import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { EventFacts } from "#components/published-events/event-facts.tsx";
import { EventRecord } from "#components/published-events/event-record.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getPublishedEvent } from "#lib/process/queries.ts";
import { eventPath, isPlanned } from "#lib/process/rules.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { eventData } from "#lib/open-data/structured-data/rules.ts";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";

interface Props {
  params: Promise<{ event: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getPublishedEvent(slug, now())) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, event] = await Promise.all([getLocale(), getTranslations("process-public.event"), load((await params).event)]);
  const title = pickText(event.title, locale)?.text ?? event.slug;
  return pageMetadata({ locale, path: eventPath(event.slug), title, description: t("metaDescription", { title }) });
}

/** One event of the process: what, when, where, who came, what was decided and recommended. */
export default async function EventPage({ params }: Props) {
  const [locale, t, event] = await Promise.all([getLocale(), getTranslations(), load((await params).event)]);
  const title = pickText(event.title, locale);
  const planned = isPlanned({ ...event, status: event.cancelled ? "cancelled" : "published" }, dayOf(now()));
  return (
    <Page>
      <JsonLd data={eventData(event, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: "/process", label: t("process-public.title") }, { label: t("process-public.event.one") }]} />
      <PageHeading title={title?.text ?? event.slug} lang={title?.lang} eyebrow={t(`status.eventKind.${event.kind}`)} />
      <EventFacts event={event} planned={planned} locale={locale} />
      <EventRecord event={event} planned={planned} locale={locale} />
    </Page>
  );
}
