import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { ReportContents } from "#components/reports/report-contents.tsx";
import { ReportDocument } from "#components/reports/report-document.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { getReportForComposer } from "#lib/reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.workspace.preview");
  return { title: t("title") };
}

/** The next version as the public would read it, made on the fly and frozen nowhere. */
export default async function PreviewPage({ params }: { params: Promise<{ reportId: string }> }) {
  const actor = await requireActor();
  const { reportId } = await params;
  const { next } = (await getReportForComposer(actor, reportId, now())) ?? notFound();
  const [t, locale] = await Promise.all([getTranslations("reports"), getLocale()]);
  return (
    <Page dense aside={<ReportContents snapshot={next} locale={locale} after={[]} />}>
      <Notice tone="warning" title={t("workspace.preview.title")}>
        <p>{t("workspace.preview.notice")}</p>
        <p><Link href={`/workspace/reports/${reportId}`}>{t("workspace.preview.back")}</Link></p>
      </Notice>
      <ReportDocument snapshot={next} locale={locale} />
    </Page>
  );
}
