import { useTranslations, type Locale } from "next-intl";
import type { WaitingUpdate } from "#lib/reporting/worklists/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";

/** The Secretariat's part of the desk: how many updates wait for review, and since when. Nothing when none does. */
export function DeskReview({ updates, locale }: { updates: readonly WaitingUpdate[]; locale: Locale }) {
  const t = useTranslations("reporting.desk");
  const [oldest] = updates;
  if (!oldest) return null;
  return (
    <section aria-labelledby="to-review">
      <SectionHeading id="to-review">{t("reviewTitle")}</SectionHeading>
      <LedgerList>
        <LedgerLine href="/workspace/review" title={t("review", { count: updates.length })}>
          {oldest.submittedAt && t("reviewSince", { date: formatDate(oldest.submittedAt, locale) })}
        </LedgerLine>
      </LedgerList>
    </section>
  );
}
