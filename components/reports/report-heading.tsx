import { useTranslations, type Locale } from "next-intl";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";

/** What report this is: its kind, title, plan, period, and which version of it, by whom and when. */
export function ReportHeading({ snapshot: { report, plan, period }, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports");
  const stage = useTranslations("status.reportStage");
  const title = pickText(report.title, locale);
  const days = { from: formatDate(period.startsOn, locale), to: formatDate(period.endsOn, locale) };
  return (
    <PageHeading eyebrow={t(`kind.${report.kind}`)} title={title?.text} {...(title && title.lang !== locale ? { lang: title.lang } : {})}>
      <p><Link href={`/plans/${plan.slug}`}><LocalizedText value={plan.title} locale={locale} /></Link></p>
      <p>{t.rich("document.period", { ...days, label: () => <LocalizedText value={period.label} locale={locale} /> })}</p>
      <p>
        {t.rich("document.published", {
          stage: stage(report.stage), number: report.version, date: formatDate(new Date(report.publishedAt), locale),
          secretariat: () => <LocalizedText value={plan.secretariat.name} locale={locale} />,
        })}
      </p>
    </PageHeading>
  );
}
