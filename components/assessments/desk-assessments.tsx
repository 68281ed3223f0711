import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { AssessmentPeriod } from "#lib/assessments/work/queries.ts";
import type { AssessorChoice } from "#lib/assessments/queries.ts";
import { assessorKey } from "#lib/assessments/schema.ts";
import { workPath } from "./assessment-paths.ts";

interface Props {
  choice: AssessorChoice;
  periods: readonly AssessmentPeriod[];
  locale: Locale;
}

/** An assessor's part of the desk: periods in which something that is reported is not assessed yet in that name. */
export function DeskAssessments({ choice: { assessor, name }, periods, locale }: Props) {
  const t = useTranslations("assessments.desk");
  return (
    <>
      <SectionHeading id={`to-assess-${assessorKey(assessor)}`}>{name ? t("titleOf", { name: pickText(name, locale)?.text ?? "" }) : t("title")}</SectionHeading>
      <LedgerList>
        {periods.map((period) => (
          <LedgerLine key={period.id} href={workPath(assessor, { period: period.id, show: "unassessed" })} title={<LocalizedText value={period.label} locale={locale} />} aside={t("waiting", { count: period.waiting })}>
            <LocalizedText value={period.planTitle} locale={locale} />
          </LedgerLine>
        ))}
      </LedgerList>
    </>
  );
}
