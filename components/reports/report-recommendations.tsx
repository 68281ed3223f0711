import { useTranslations, type Locale } from "next-intl";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { SnapshotEvent, SnapshotRecommendation } from "#lib/reports/snapshots/schema.ts";
import styles from "./reports.module.css";

/** What meetings of the period asked for, of whom, what was answered and what was done. */
export function ReportRecommendations({ events, locale }: { events: readonly SnapshotEvent[]; locale: Locale }) {
  const t = useTranslations("reports.process");
  const all = events.flatMap((event) => event.recommendations.map((recommendation) => ({ event, recommendation })));
  if (all.length === 0) return null;
  return (
    <>
      <SectionHeading id="recommendations" level={3} note={all.length}>{t("recommendations")}</SectionHeading>
      <Table
        caption={t("recommendations")} captionHidden columns={[{ label: t("recommendation") }, { label: t("response") }, { label: t("fulfilment") }]}
        rows={all.map(({ event, recommendation }) => ({
          key: recommendation.id,
          cells: [<Asked key="asked" event={event} recommendation={recommendation} locale={locale} />, <Answered key="answered" recommendation={recommendation} locale={locale} />, <Done key="done" recommendation={recommendation} locale={locale} />],
        }))}
      />
    </>
  );
}

interface Props {
  recommendation: SnapshotRecommendation;
  locale: Locale;
}

function Asked({ event, recommendation: { number, text, addressee, dueOn }, locale }: Props & { event: SnapshotEvent }) {
  const t = useTranslations("reports.process");
  return (
    <>
      <LocalizedText value={text} locale={locale} />
      <p className={styles.fine}>
        {t.rich("addressed", { to: () => <LocalizedText value={addressee.name} locale={locale} /> })}
        {dueOn && `; ${t("due", { date: formatPartialDate(dueOn, locale) })}`}; <a href={`#event-${event.slug}`}>{t("atEvent", { number, date: formatDate(event.startsOn, locale) })}</a>
      </p>
    </>
  );
}

function Answered({ recommendation: { response }, locale }: Props) {
  const t = useTranslations("reports.process");
  const words = useTranslations("status.disposition");
  if (!response) return <span className={styles.soft}>{t("unanswered")}</span>;
  return (
    <>
      <b>{words(response.disposition)}</b>. <LocalizedText value={response.text} locale={locale} />
      <p className={styles.fine}>{formatDate(new Date(response.respondedAt), locale)}</p>
    </>
  );
}

function Done({ recommendation: { fulfilment }, locale }: Props) {
  const t = useTranslations("reports.process");
  if (!fulfilment) return <span className={styles.soft}>{t("open")}</span>;
  return <>{t("fulfilled", { date: formatDate(fulfilment.on, locale) })} {fulfilment.text && <LocalizedText value={fulfilment.text} locale={locale} />}</>;
}
