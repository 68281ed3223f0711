import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { EventLine } from "#lib/process/events/queries.ts";
import type { RecommendationLineView } from "#lib/process/recommendations/queries.ts";
import { EventLines } from "./event-lines.tsx";
import { RecommendationLines } from "./recommendation-lines.tsx";

interface Props {
  events: readonly EventLine[];
  unanswered: readonly RecommendationLineView[];
  today: string;
  locale: Locale;
}

/** What waits in the log of the process: minutes that are missing, recommendations without a response, drafts. */
export function WaitingProcess({ events, unanswered, today, locale }: Props) {
  const t = useTranslations("process.list");
  const missing = events.filter(({ minutesDue }) => minutesDue);
  const drafts = events.filter(({ status }) => status === "draft");
  return (
    <>
      {missing.length > 0 && (
        <section aria-labelledby="minutes-missing">
          <SectionHeading id="minutes-missing">{t("minutesMissing")}</SectionHeading>
          <EventLines events={missing} today={today} locale={locale} />
        </section>
      )}
      <RecommendationLines id="unanswered" title={t("unanswered")} lines={unanswered} locale={locale} withAddressee />
      {drafts.length > 0 && (
        <section aria-labelledby="event-drafts">
          <SectionHeading id="event-drafts">{t("drafts")}</SectionHeading>
          <EventLines events={drafts} today={today} locale={locale} />
        </section>
      )}
    </>
  );
}
