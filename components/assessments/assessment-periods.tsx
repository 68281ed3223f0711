import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { AssessmentPeriod } from "#lib/assessments/queries.ts";

/** The periods to choose from, each with how far its assessment is. */
export function AssessmentPeriods({ periods, locale }: { periods: readonly AssessmentPeriod[]; locale: Locale }) {
  const t = useTranslations("assessments.work");
  return (
    <LedgerList label={t("periods")}>
      {periods.map((period) => (
        <LedgerLine
          key={period.id} href={`/workspace/assessments?period=${period.id}`} title={<LocalizedText value={period.label} locale={locale} />}
          aside={t("assessed", { count: period.assessed, total: period.total })}
        >
          <LocalizedText value={period.planTitle} locale={locale} />
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
