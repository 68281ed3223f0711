import { useTranslations, type Locale } from "next-intl";
import { PublishedReports } from "#components/reports/published-reports.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { MunicipalityPage } from "#lib/figures/municipalities/queries.ts";

/** The plans that say something of a municipality, its own first, and what was reported on them. */
export function MunicipalityPlans({ plans, reports, locale }: Pick<MunicipalityPage, "plans" | "reports"> & { locale: Locale }) {
  const t = useTranslations();
  if (plans.length === 0) return null;
  return (
    <>
      <section aria-labelledby="plans">
        <SectionHeading id="plans">{t("municipalities.plans.heading")}</SectionHeading>
        <LedgerList>
          {plans.map(({ slug, title, level, term, status, secretariat, own }) => (
            <LedgerLine key={slug} href={`/plans/${slug}`} title={<LocalizedText value={title} locale={locale} />} aside={t(`status.plan.${status}`)}>
              <p>{t(own ? "municipalities.plans.own" : "municipalities.plans.other")} · {t(`status.planLevel.${level}`)} · <TermText term={term} locale={locale} /> · <LocalizedText value={secretariat.name} locale={locale} /></p>
            </LedgerLine>
          ))}
        </LedgerList>
      </section>
      {reports.length > 0 && (
        <section aria-labelledby="reports">
          <SectionHeading id="reports">{t("municipalities.reports")}</SectionHeading>
          <PublishedReports reports={reports} locale={locale} />
        </section>
      )}
    </>
  );
}
