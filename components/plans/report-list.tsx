import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { ReportLine } from "#lib/plans/lines/queries.ts";

/** The published reports on a plan, each by its newest version. */
export function ReportList({ reports, locale }: { reports: readonly ReportLine[]; locale: Locale }) {
  const t = useTranslations();
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reports">
      <SectionHeading id="reports">{t("plans.reports.heading")}</SectionHeading>
      <LedgerList>
        {reports.map((report) => (
          <LedgerLine key={report.slug} href={`/reports/${report.slug}`} title={<LocalizedText value={report.title} locale={locale} />} aside={report.status === "in_consultation" && t("status.report.in_consultation")}>
            {t(`reports.kind.${report.kind}`)}. {t("plans.reports.version", { version: report.version, stage: t(`status.reportStage.${report.stage}`), date: formatDate(report.publishedAt, locale) })}
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
