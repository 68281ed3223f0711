import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { AssessmentPeriod } from "#lib/assessments/work/queries.ts";
import type { Assessor } from "#lib/assessments/schema.ts";
import { workPath } from "./assessment-paths.ts";

interface Props {
  periods: readonly AssessmentPeriod[];
  assessor: Assessor;
  locale: Locale;
}

/** The periods to choose from, each with how far its assessment is. */
export function AssessmentPeriods({ periods, assessor, locale }: Props) {
  const t = useTranslations("assessments.work");
  return (
    <LedgerList label={t("periods")}>
      {periods.map((period) => (
        <LedgerLine
          key={period.id} href={workPath(assessor, { period: period.id })} title={<LocalizedText value={period.label} locale={locale} />}
          aside={period.total > 0 && t("assessed", { count: period.assessed, total: period.total })}
        >
          <LocalizedText value={period.planTitle} locale={locale} />
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
