import { useTranslations, type Locale } from "next-intl";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { BoardAgency } from "#lib/boards/queries.ts";
import { countStates } from "#lib/boards/rules.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./boards.module.css";

/** An agency's name, how much is in, what is late, and who reports for it. */
export function AgencyHead({ agency, locale }: { agency: BoardAgency; locale: Locale }) {
  const t = useTranslations("boards");
  const counts = countStates(agency.lines);
  return (
    <div className={styles.head} id={`agency-${agency.id}`}>
      <LocalizedText value={agency.name} locale={locale} />
      <span className={styles.fact}>{t("share", { sent: counts.sent, all: agency.lines.length })}</span>
      {counts.overdue > 0 && <span className={styles.late}>{t("late", { count: counts.overdue })}</span>}
      {agency.extension && <span className={styles.fact}>{t("until", { date: formatDate(agency.extension.until, locale) })}</span>}
      <span className={agency.coordinators + agency.links === 0 ? styles.late : styles.fact}>{t("people", { coordinators: agency.coordinators, links: agency.links })}</span>
    </div>
  );
}
