import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate, formatDateTime, formatTerm } from "#lib/platform/i18n/formats.ts";
import { isPlanned } from "#lib/process/rules.ts";
import type { EventLine } from "#lib/process/events/queries.ts";

/** Events as lines of a ledger: what, when, where it stands, and what it lacks. `today`: the day in Tbilisi. */
export function EventLines({ events, today, locale, label }: { events: readonly EventLine[]; today: string; locale: Locale; label?: string }) {
  const [t, kinds, status] = [useTranslations("process.list"), useTranslations("status.eventKind"), useTranslations("status.event")];
  const when = ({ startsOn, endsOn }: EventLine) => (startsOn ? formatTerm({ startsOn, endsOn: endsOn ?? startsOn }, locale) : t("noDay"));
  const facts = (event: EventLine) => [
    event.status === "draft" && t("savedAt", { at: formatDateTime(event.savedAt, locale) }),
    event.recommendations > 0 && t("recommendations", { count: event.recommendations }),
    event.waiting > 0 && t("unansweredCount", { count: event.waiting }),
    event.minutesDue && t("minutesDue", { date: formatDate(event.minutesDue, locale) }),
  ].filter(Boolean);
  return (
    <LedgerList {...(label ? { label } : {})}>
      {events.map((event) => (
        <LedgerLine
          key={event.id} href={`/workspace/process/events/${event.id}`} title={<LocalizedText value={event.title} locale={locale} />}
          aside={status(isPlanned(event, today) ? "planned" : event.status)}
        >
          {when(event)} · {kinds(event.kind)}{event.group && <> · <LocalizedText value={event.group} locale={locale} /></>}
          {facts(event).length > 0 && <><br />{facts(event).join(" · ")}</>}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
