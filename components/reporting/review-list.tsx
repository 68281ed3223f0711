import { useTranslations, type Locale } from "next-intl";
import type { WaitingUpdate } from "#lib/reporting/worklists/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { ProgressMark } from "./progress-mark.tsx";
import styles from "./reporting.module.css";

/** The Secretariat's queue: one line an update, the oldest first. */
export function ReviewList({ updates, locale }: { updates: readonly WaitingUpdate[]; locale: Locale }) {
  const t = useTranslations("reporting.review");
  if (updates.length === 0) return <p>{t("nothing")}</p>;
  return (
    <LedgerList>
      {updates.map((update) => (
        <LedgerLine
          key={update.id} code={update.number} href={`/workspace/review/${update.id}`}
          title={<LocalizedText value={update.title ?? update.commitment.title} locale={locale} />}
          aside={<ProgressMark progress={update.progress} locale={locale} />}
        >
          <span className={styles.facts}>
            <span><LocalizedText value={update.organisationName} locale={locale} />, {update.submittedAt && t("sent", { date: formatDate(update.submittedAt, locale) })}</span>
            <span><LocalizedText value={update.planTitle} locale={locale} />; <LocalizedText value={update.periodLabel} locale={locale} /></span>
          </span>
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
