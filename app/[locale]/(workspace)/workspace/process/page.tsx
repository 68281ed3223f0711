import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormActions } from "#components/forms/form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { EventLines } from "#components/process/event-lines.tsx";
import { ProcessFilterForm } from "#components/process/process-filter-form.tsx";
import { WaitingProcess } from "#components/process/waiting-process.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import * as clock from "#lib/platform/clock.ts";
import { eventKinds } from "#lib/process/schema.ts";
import { listEvents } from "#lib/process/events/queries.ts";
import { listUnansweredRecommendations } from "#lib/process/recommendations/queries.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.list");
  return { title: t("title") };
}

/** The log of the process: what waits in it, then every event, newest first. */
export default async function ProcessPage({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const query = await searchParams;
  const kind = eventKinds.find((known) => known === query.kind);
  const [t, locale, now] = [await getTranslations("process.list"), await getLocale(), clock.now()];
  const [events, unanswered] = await Promise.all([listEvents(actor, {}, now), listUnansweredRecommendations(actor, now)]);
  const shown = kind ? events.filter((event) => event.kind === kind) : events;
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      <FormActions>
        <Link href="/workspace/process/events/new" look="button">{t("new")}</Link>
        <Link href="/workspace/process/groups">{t("groups")}</Link>
      </FormActions>
      <WaitingProcess events={events} unanswered={unanswered} today={dayOf(now)} locale={locale} />
      <SectionHeading id="all">{t("all")}</SectionHeading>
      {events.length > 0 && <ProcessFilterForm kind={kind} />}
      {shown.length === 0 ? <p>{t(kind ? "emptyKind" : "empty")}</p> : <EventLines events={shown} today={dayOf(now)} locale={locale} />}
    </Page>
  );
}
