import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { ReportVersionView } from "#lib/reports/queries.ts";

/** What is already public of a report, with its addresses. */
export function PublishedVersions({ slug, versions, locale }: { slug: string; versions: readonly ReportVersionView[]; locale: Locale }) {
  const [t, stage] = [useTranslations("reports.versions"), useTranslations("status.reportStage")];
  return (
    <LedgerList label={t("heading")}>
      {versions.map((version) => (
        <LedgerLine key={version.number} href={`/reports/${slug}/versions/${version.number}`} title={t("version", { number: version.number })} aside={formatDate(version.publishedAt, locale)}>
          {stage(version.stage)}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
