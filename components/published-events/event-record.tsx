import { useTranslations, type Locale } from "next-intl";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { RecommendationEntry } from "#components/published-recommendations/recommendation-entry.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { isBlank, type Localized } from "#lib/record/localized/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PublicEvent } from "#lib/process/queries.ts";
import { EventAttendance } from "./event-attendance.tsx";
import styles from "./events.module.css";

interface Props {
  event: PublicEvent;
  /** True for an announcement. */
  planned: boolean;
  locale: Locale;
}

/** All that is on record of an event under its facts: nobody can have come to what has not taken place. */
export function EventRecord({ event, planned, locale }: Props) {
  const t = useTranslations("process-public.event");
  const happened = !planned && !event.cancelled;
  return (
    <>
      {event.cancelled && (
        <Notice tone="warning" title={t("cancelledTitle")}>
          <LocalizedParagraphs value={event.cancelReason} locale={locale} />
          {event.cancelledAt && <p>{t("cancelledOn", { date: formatDate(event.cancelledAt, locale) })}</p>}
        </Notice>
      )}
      {planned && <Notice tone="info"><p>{t("announced")}</p></Notice>}
      <TextSection id="summary" text={event.summary} locale={locale} />
      <TextSection id="agenda" text={event.agenda} locale={locale} />
      {(happened || event.attendance.length > 0) && <EventAttendance attendance={event.attendance} locale={locale} />}
      <Decisions decisions={event.decisions} locale={locale} />
      {event.recommendations.length > 0 && (
        <section aria-labelledby="recommendations">
          <SectionHeading id="recommendations">{t("recommendations")}</SectionHeading>
          {event.recommendations.map((recommendation) => <RecommendationEntry key={recommendation.number} recommendation={recommendation} locale={locale} />)}
        </section>
      )}
      <TextSection id="minutes" text={event.minutes} locale={locale} />
      {event.documents.length > 0 && (
        <section aria-labelledby="documents">
          <SectionHeading id="documents">{t("documents")}</SectionHeading>
          <EvidenceList evidence={event.documents} locale={locale} />
        </section>
      )}
      <TextSection id="source" text={event.sourceNote} locale={locale} />
      <p className={styles.record}>
        {event.publishedAt && t("published", { date: formatDate(event.publishedAt, locale) })} {event.editedAt && t("edited", { date: formatDate(event.editedAt, locale) })}
      </p>
    </>
  );
}

/** A text with its heading; nothing where there is none. */
function TextSection({ id, text, locale }: { id: "summary" | "agenda" | "minutes" | "source"; text: Localized | null; locale: Locale }) {
  const t = useTranslations("process-public.event");
  if (isBlank(text)) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id}>{t(id)}</SectionHeading>
      <LocalizedParagraphs value={text} locale={locale} />
    </section>
  );
}

function Decisions({ decisions, locale }: { decisions: PublicEvent["decisions"]; locale: Locale }) {
  const t = useTranslations("process-public.event");
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <SectionHeading id="decisions">{t("decisions")}</SectionHeading>
      {decisions.map(({ number, text }) => (
        <Hanging key={number} as="section" code={String(number)} id={`decision-${number}`}>
          <LocalizedParagraphs value={text} locale={locale} />
        </Hanging>
      ))}
    </section>
  );
}
