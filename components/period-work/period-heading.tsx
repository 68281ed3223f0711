import { useTranslations, type Locale } from "next-intl";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { DueText } from "#components/reporting/desk-reporting.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { PeriodWork } from "#lib/boards/period-work/queries.ts";

/** Which period of which plan, until when, and how much of it is in. */
export function PeriodHeading({ work: { period, plan, organisations }, locale }: { work: PeriodWork; locale: Locale }) {
  const t = useTranslations("reporting");
  const items = organisations.flatMap(({ commitments }) => commitments.flatMap((commitment) => commitment.items));
  const done = items.filter(({ subject, working }) => (working ? working.status === "submitted" : subject.accepted !== null)).length;
  const open = organisations.some((organisation) => organisation.open);
  return (
    <PageHeading title={<LocalizedText value={period.label} locale={locale} />} eyebrow={<LocalizedText value={plan.title} locale={locale} />} lead={open ? t("screen.lead") : undefined}>
      <DueText dueOn={period.dueOn} locale={locale} />
      <p>{t("work.summary", { done, all: items.length })}</p>
    </PageHeading>
  );
}
