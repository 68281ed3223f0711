import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormActions } from "#components/forms/form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ReportLines } from "#components/reports/report-lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listReportsInHand } from "#lib/reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.workspace");
  return { title: t("title") };
}

/** The reports of the plans whose Secretariat one works for. */
export default async function ReportsPage() {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, locale, reports] = await Promise.all([getTranslations("reports.workspace"), getLocale(), listReportsInHand(actor)]);
  return (
    <Page dense>
      <PageHeading title={t("title")} />
      {reports.length === 0 ? <p>{t("empty")}</p> : <ReportLines reports={reports} locale={locale} label={t("title")} />}
      <FormActions><Link href="/workspace/reports/new" look="button">{t("new")}</Link></FormActions>
    </Page>
  );
}
