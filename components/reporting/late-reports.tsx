import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { LateReport } from "#lib/boards/late-reports/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

/** What agencies reported after something was judged or published, each with a link to what they sent. */
export function LateReports({ reports, since, locale }: { reports: readonly LateReport[]; since: "assessment" | "report"; locale: Locale }) {
  const t = useTranslations("reporting.late");
  if (reports.length === 0) return null;
  return (
    <Notice tone="warning" title={t(`${since}.title`)}>
      <p>{t(`${since}.text`)}</p>
      <ul>
        {reports.map(({ updateId, number, at, waiting }) => (
          <li key={updateId}><Link href={`/workspace/review/${updateId}`}>{number}</Link>, {t(waiting ? "waiting" : "accepted", { date: formatDate(at, locale) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
