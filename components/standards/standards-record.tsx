import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Finding } from "#lib/comments/standards/schema.ts";
import { WhatCounts } from "./what-counts.tsx";
import { FindingSection } from "./finding-section.tsx";
import { YearsTable } from "./years-table.tsx";

interface YearFindings {
  year: number;
  findings: Finding[];
}

/** The requirements in one year with their proof, then all years, then what counts. */
export function StandardsRecordText({ slug, years, shown, locale }: { slug: string; years: readonly YearFindings[]; shown: YearFindings; locale: Locale }) {
  const t = useTranslations("standards");
  const year = String(shown.year);
  return (
    <>
      <section aria-labelledby="requirements">
        <SectionHeading id="requirements">{shown === years[0] ? t("current", { year }) : t("year", { year })}</SectionHeading>
        {shown.findings.map((finding) => <FindingSection key={finding.requirement} finding={finding} locale={locale} />)}
      </section>
      <section aria-labelledby="years">
        <SectionHeading id="years">{t("years")}</SectionHeading>
        <YearsTable path={`/standards/${slug}`} years={years} />
      </section>
      <WhatCounts />
    </>
  );
}
