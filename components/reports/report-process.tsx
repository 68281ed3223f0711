import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { wasAnnounced } from "#lib/reports/snapshots/rules.ts";
import type { SnapshotEvent } from "#lib/reports/snapshots/schema.ts";
import { EventDays, ReportEvent } from "./report-event.tsx";
import { ReportRecommendations } from "./report-recommendations.tsx";
import styles from "./reports.module.css";

/** The events of the period, counted by their log: a table of all, what was recommended, then each with what is known of it. */
export function ReportProcess({ events, publishedAt, locale }: { events: readonly SnapshotEvent[]; publishedAt: string; locale: Locale }) {
  const t = useTranslations("reports.process");
  if (events.length === 0) return <p className={styles.soft}>{t("none")}</p>;
  const columns = [{ label: t("day") }, { label: t("event") }, { label: t("people"), numeric: true }, { label: t("decisions"), numeric: true }, { label: t("recommendations"), numeric: true }];
  const held = events.filter(({ cancelled }) => !cancelled).length;
  return (
    <>
      <p>{t("count", { count: events.length, cancelled: events.length - held })}</p>
      <Table
        caption={t("table")} captionHidden columns={columns}
        rows={events.map((event) => ({
          key: event.id,
          cells: [<EventDays key="days" event={event} locale={locale} />, <EventName key="name" event={event} announced={wasAnnounced(event, publishedAt)} locale={locale} />, peopleAt(event), event.decisions.length, event.recommendations.length],
        }))}
      />
      <ReportRecommendations events={events} locale={locale} />
      <SectionHeading id="events" level={3}>{t("each")}</SectionHeading>
      <div className={styles.part}>{events.map((event) => <ReportEvent key={event.id} event={event} announced={wasAnnounced(event, publishedAt)} locale={locale} />)}</div>
    </>
  );
}

/** How many people came, where all who are listed are counted. */
function peopleAt({ attendance }: SnapshotEvent): ReactNode {
  const counted = attendance.flatMap(({ people }) => people ?? []);
  return counted.length === attendance.length && counted.length > 0 ? counted.reduce((sum, people) => sum + people, 0) : "–";
}

function EventName({ event, announced, locale }: { event: SnapshotEvent; announced: boolean; locale: Locale }) {
  const t = useTranslations("reports.process");
  const status = useTranslations("status");
  return (
    <>
      <a href={`#event-${event.slug}`}><LocalizedText value={event.title} locale={locale} /></a>
      <br />
      <span className={styles.soft}>{status(`eventKind.${event.kind}`)}{event.cancelled && `, ${t("cancelled")}`}{announced && `. ${status("event.planned")}`}</span>
    </>
  );
}
