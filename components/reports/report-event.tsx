import { useTranslations, type Locale } from "next-intl";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { SnapshotEvent } from "#lib/reports/snapshots/schema.ts";
import { ReportEvidence } from "./report-evidence.tsx";
import styles from "./reports.module.css";

/** One event of the process with everything that is on record of it. */
export function ReportEvent({ event, announced, locale }: { event: SnapshotEvent; announced: boolean; locale: Locale }) {
  const kinds = useTranslations("status.eventKind");
  const title = pickText(event.title, locale);
  const proofs = event.recommendations.flatMap(({ fulfilment }) => fulfilment?.evidence ?? []);
  return (
    <section lang={title && title.lang !== locale ? title.lang : undefined}>
      <SectionHeading id={`event-${event.slug}`} level={4}>{title?.text ?? kinds(event.kind)}</SectionHeading>
      <div lang={locale}>
        <EventFacts event={event} announced={announced} locale={locale} />
        <div className={styles.words}><ReportEvidence evidence={[...event.evidence, ...proofs]} sources={[]} locale={locale} /></div>
      </div>
    </section>
  );
}

/** The day, or the first and the last. */
export function EventDays({ event: { startsOn, endsOn }, locale }: { event: Pick<SnapshotEvent, "startsOn" | "endsOn">; locale: Locale }) {
  const first = formatDate(startsOn, locale);
  return endsOn && endsOn !== startsOn ? `${first} – ${formatDate(endsOn, locale)}` : first;
}

function EventFacts({ event, announced, locale }: { event: SnapshotEvent; announced: boolean; locale: Locale }) {
  const t = useTranslations("reports.process");
  const kinds = useTranslations("status.eventKind");
  const long = (label: string, value: SnapshotEvent["summary"]): Fact[] => (value ? [{ label, value: <LocalizedParagraphs value={value} locale={locale} /> }] : []);
  const kind = [kinds(event.kind), ...(event.presentsResults ? [t("presentsResults")] : [])].join(", ");
  const facts: Fact[] = [
    ...(event.cancelled ? [{ label: t("cancelledFact"), value: <LocalizedText value={event.cancelReason} locale={locale} /> }] : []),
    ...(announced ? [{ label: t("state"), value: t("announced") }] : []),
    { label: t("kind"), value: kind }, { label: t("day"), value: <EventDays event={event} locale={locale} /> },
    ...(event.group ? [{ label: t("group"), value: <LocalizedText value={event.group} locale={locale} /> }] : []),
    ...(event.place ? [{ label: t("place"), value: <LocalizedText value={event.place} locale={locale} /> }] : []),
    ...(event.url ? [{ label: t("address"), value: <a href={event.url} rel="noopener nofollow">{event.url}</a> }] : []),
    ...long(t("summary"), event.summary), ...long(t("agenda"), event.agenda),
    ...(event.attendance.length > 0 ? [{ label: t("attendance"), value: <Attendance event={event} locale={locale} /> }] : []),
    ...(event.decisions.length > 0 ? [{ label: t("decisions"), value: <ol>{event.decisions.map(({ number, text }) => <li key={number} value={number}><LocalizedText value={text} locale={locale} /></li>)}</ol> }] : []),
    ...long(t("minutes"), event.minutes),
  ];
  return <FactList facts={facts} />;
}

function Attendance({ event: { attendance }, locale }: { event: SnapshotEvent; locale: Locale }) {
  const t = useTranslations("reports.process");
  const sectors = useTranslations("status.sector");
  return (
    <ul>
      {attendance.map(({ sector, organisation, name, people }, index) => (
        <li key={index}>
          {(organisation ?? name) && <><LocalizedText value={organisation?.name ?? name} locale={locale} />{organisation && name && <> (<LocalizedText value={name} locale={locale} />)</>}, </>}
          {sectors(sector)}{people !== null && `, ${t("persons", { count: people })}`}
        </li>
      ))}
    </ul>
  );
}
