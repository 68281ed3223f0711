import { useTranslations, type Locale } from "next-intl";
import { LedgerLine } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { PublicEventLine } from "#lib/process/queries.ts";
import { eventPath } from "#lib/process/rules.ts";
import { EventDays } from "./event-days.tsx";
import styles from "./events.module.css";

interface Props {
  event: PublicEventLine;
  locale: Locale;
  /** Whether to name the group and who recorded it; not where they are the page. */
  named?: boolean;
}

/** An event in the log: what, when, whose, and what came of it in counts. */
export function EventLine({ event, locale, named = true }: Props) {
  const t = useTranslations("process-public");
  const say = useTranslations("status.eventKind");
  return (
    <LedgerLine href={eventPath(event.slug)} title={<LocalizedText value={event.title} locale={locale} />} aside={<EventDays event={event} locale={locale} />}>
      <ul role="list" className={styles.facts}>
        {event.cancelled && <li><strong>{t("cancelled")}</strong></li>}
        <li>{say(event.kind)}</li>
        {named && event.group && <li><LocalizedText value={event.group.name} locale={locale} /></li>}
        {named && <li><LocalizedText value={event.secretariat.name} locale={locale} /></li>}
        {event.presentsResults && event.kind !== "results_meeting" && <li>{t("presents")}</li>}
        {event.decisions > 0 && <li>{t("decisions", { count: event.decisions })}</li>}
        {event.recommendations > 0 && <li>{t("recommendations", { count: event.recommendations })}</li>}
      </ul>
    </LedgerLine>
  );
}
