import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { EventForm } from "#components/process/event-form.tsx";
import { processChoices } from "#components/process/process-choices.ts";
import { requireActor } from "#lib/accounts/queries.ts";
import { listProcessChoices } from "#lib/process/events/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.event");
  return { title: t("new") };
}

/** Records an event of one of the person's Secretariats. */
export default async function NewEventPage() {
  const choices = await listProcessChoices(await requireActor());
  if (choices.secretariats.length === 0) notFound();
  const [t, locale] = await Promise.all([getTranslations("process"), getLocale()]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/process", label: t("list.title") }, { label: t("event.new") }]} />
      <PageHeading title={t("event.new")} lead={t("event.leadNew")} />
      <ClientWords namespaces={["process", "editing", "evidence"]}><EventForm record={null} choices={processChoices(choices, locale)} /></ClientWords>
    </Page>
  );
}
