import { useTranslations, type Locale } from "next-intl";
import { FactList } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";

/** What is reported on: the plan, by which act it was adopted, whose Secretariat reports. */
export function ReportFacts({ snapshot: { plan }, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports.facts");
  const acts = plan.legalActs.map((act) => (
    <li key={act.number}>
      <LocalizedText value={act.kind} locale={locale} /> №{act.number}, {formatPartialDate(act.date, locale)}, <LocalizedText value={act.issuingBody} locale={locale} />
    </li>
  ));
  return (
    <>
      <SectionHeading id="plan" level={3}>{t("heading")}</SectionHeading>
      <FactList
        facts={[
          { label: t("term"), value: <TermText term={plan} locale={locale} /> },
          { label: t("acts"), value: acts.length > 0 && <ul>{acts}</ul> || null },
          { label: t("secretariat"), value: <Link href={`/organisations/${plan.secretariat.slug}`}><LocalizedText value={plan.secretariat.name} locale={locale} /></Link> },
        ]}
      />
    </>
  );
}
