import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { NewReportForm } from "#components/reports/new-report-form.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listReportChoices } from "#lib/reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.workspace.create");
  return { title: t("title") };
}

/** Plan, period and kind of a new report. */
export default async function NewReportPage() {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, plans] = await Promise.all([getTranslations("reports.workspace"), listReportChoices(actor)]);
  const some = plans.some(({ periods }) => periods.length > 0);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/reports", label: t("title") }, { label: t("create.title") }]} />
      <PageHeading title={t("create.title")} lead={t("create.lead")} />
      {some ? <ClientWords namespaces={["reports"]}><NewReportForm plans={plans} /></ClientWords> : <p>{t("create.nothing")}</p>}
    </Page>
  );
}
