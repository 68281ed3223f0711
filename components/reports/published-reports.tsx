import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PublishedReportLine } from "#lib/reports/queries.ts";

/** Published reports as lines of a ledger. */
export function PublishedReports({ reports, locale }: { reports: readonly PublishedReportLine[]; locale: Locale }) {
  const t = useTranslations("reports.list");
  const kind = useTranslations("reports.kind");
  const stage = useTranslations("status.reportStage");
  if (reports.length === 0) return <p>{t("empty")}</p>;
  return (
    <LedgerList label={t("title")}>
      {reports.map((report) => (
        <LedgerLine key={report.slug} title={<LocalizedText value={report.title} locale={locale} />} href={`/reports/${report.slug}`} aside={formatDate(report.publishedAt, locale)}>
          <LocalizedText value={report.planTitle} locale={locale} />. {kind(report.kind)}, {stage(report.stage)}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
