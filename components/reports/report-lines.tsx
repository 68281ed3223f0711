import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import type { ReportInHand } from "#lib/reports/queries.ts";

/** The Secretariat's reports: where each stands, and what it waits for. */
export function ReportLines({ reports, locale, label }: { reports: readonly ReportInHand[]; locale: Locale; label: string }) {
  const t = useTranslations("reports.workspace");
  const [kind, status] = [useTranslations("reports.kind"), useTranslations("status.report")];
  return (
    <LedgerList label={label}>
      {reports.map((report) => (
        <LedgerLine key={report.id} href={`/workspace/reports/${report.id}`} title={<LocalizedText value={report.title} locale={locale} />} aside={status(report.status)}>
          <LocalizedText value={report.planTitle} locale={locale} />. {kind(report.kind)}
          <br />
          {[
            ...(report.status === "in_consultation" && report.consultationEndsOn ? [t("consultationEnds", { date: formatDate(report.consultationEndsOn, locale) })] : []),
            ...(report.unanswered > 0 ? [t("unanswered", { count: report.unanswered })] : []),
            t("saved", { at: formatDateTime(report.savedAt, locale) }),
          ].join("; ")}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
