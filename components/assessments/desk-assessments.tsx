import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { AssessmentPeriod } from "#lib/assessments/queries.ts";

/** The Secretariat's part of the desk: periods in which something that is reported is not assessed yet. */
export function DeskAssessments({ periods, locale }: { periods: readonly AssessmentPeriod[]; locale: Locale }) {
  const t = useTranslations("assessments.desk");
  return (
    <>
      <SectionHeading id="to-assess">{t("title")}</SectionHeading>
      <LedgerList>
        {periods.map((period) => (
          <LedgerLine key={period.id} href={`/workspace/assessments?period=${period.id}`} title={<LocalizedText value={period.label} locale={locale} />} aside={t("waiting", { count: period.waiting })}>
            <LocalizedText value={period.planTitle} locale={locale} />
          </LedgerLine>
        ))}
      </LedgerList>
    </>
  );
}
