import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { PeriodForm } from "#components/reporting/period-form.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listManagedPeriods } from "#lib/reporting/periods/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.periods");
  return { title: t("addTo") };
}

/** Adds a reporting period to one of the Secretariat's plans (`?plan=slug`). */
export default async function NewPeriodPage({ searchParams }: { searchParams: Promise<{ plan?: string | string[] }> }) {
  const actor = await requireActor();
  const { plan: slug } = await searchParams;
  const plan = (await listManagedPeriods(actor)).find((one) => one.slug === slug) ?? notFound();
  const [t, locale] = await Promise.all([getTranslations("reporting.periods"), getLocale()]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/periods", label: t("title") }, { label: t("addTo") }]} />
      <PageHeading title={t("addTo")} eyebrow={<LocalizedText value={plan.title} locale={locale} />} lead={t("addLead")} />
      <ClientWords namespaces={["reporting"]}>
        <PeriodForm planId={plan.id} />
      </ClientWords>
    </Page>
  );
}
