import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanInCharge } from "#lib/organisations/queries.ts";
import { formatDate, formatTerm } from "#lib/platform/i18n/formats.ts";

/** The plans that an organisation collects, assesses and answers for, with the newest reports on each. */
export function PlansInCharge({ plans, locale }: { plans: readonly PlanInCharge[]; locale: Locale }) {
  const t = useTranslations();
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="plans">
      <SectionHeading id="plans">{t("organisations.inCharge")}</SectionHeading>
      <LedgerList>
        {plans.map(({ slug, title, status, term, reports }) => (
          <LedgerLine key={slug} href={`/plans/${slug}`} title={<LocalizedText value={title} locale={locale} />}>
            {[t(`status.plan.${status}`), formatTerm(term, locale)].filter(Boolean).join(" · ")}
            {reports.length > 0 && (
              <ul>
                {reports.map((report) => <li key={report.slug}><Link href={`/reports/${report.slug}`}><LocalizedText value={report.title} locale={locale} /></Link>, {t(`status.reportStage.${report.stage}`)}, {formatDate(report.publishedAt, locale)}</li>)}
              </ul>
            )}
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
