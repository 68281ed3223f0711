import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ReportInHand } from "#lib/reports/queries.ts";
import { ReportLines } from "./report-lines.tsx";

/** The Secretariat's part of the desk: reports that are not final. */
export function DeskReports({ reports, locale }: { reports: readonly ReportInHand[]; locale: Locale }) {
  const t = useTranslations("reports.workspace");
  return (
    <>
      <SectionHeading id="reports-in-hand">{t("desk")}</SectionHeading>
      <ReportLines reports={reports} locale={locale} label={t("desk")} />
    </>
  );
}
