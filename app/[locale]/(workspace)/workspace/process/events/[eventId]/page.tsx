import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { EventForm } from "#components/process/event-form.tsx";
import { EventNotices } from "#components/process/event-notices.tsx";
import { EventSteps } from "#components/process/event-steps.tsx";
import { processChoices } from "#components/process/process-choices.ts";
import { requireActor } from "#lib/accounts/queries.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { getEventForEditing, listProcessChoices } from "#lib/process/events/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.event");
  return { title: t("one") };
}

interface Props {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** One event as its Secretariat writes it. */
export default async function EventPage({ params, searchParams }: Props) {
  const [actor, { eventId }, { done }] = [await requireActor(), await params, await searchParams];
  const record = (await getEventForEditing(actor, eventId)) ?? notFound();
  const [t, locale, choices] = await Promise.all([getTranslations("process"), getLocale(), listProcessChoices(actor)]);
  const title = localize(record.content.title, locale);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/process", label: t("list.title") }, { label: title?.text ?? t("event.one") }]} />
      <PageHeading title={title?.text} eyebrow={t("event.one")} lead={t(`event.lead.${record.status}`)} {...(title && title.lang !== locale ? { lang: title.lang } : {})} />
      <EventNotices record={record} done={String(done)} locale={locale} />
      <ClientWords namespaces={["process", "editing", "evidence"]}>
        {record.status !== "cancelled" && <EventForm record={record} choices={processChoices(choices, locale)} />}
        {record.status !== "cancelled" && <EventSteps record={record} />}
      </ClientWords>
    </Page>
  );
}
