import { useTranslations, type Locale } from "next-intl";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { recommendationPath } from "#lib/process/rules.ts";
import type { RecommendationView } from "#lib/process/recommendations/queries.ts";
import styles from "./process.module.css";

/** What is asked, of whom, at which meeting, and what was answered and done so far. */
export function RecommendationFacts({ recommendation, locale }: { recommendation: RecommendationView; locale: Locale }) {
  const [t, status] = [useTranslations("process.recommendation"), useTranslations("status")];
  const { event, text, addressee, dueOn, overdue, publishedAt, disposition, response, fulfilment, number, mayOpenEvent, state, days } = recommendation;
  const title = <LocalizedText value={event.title} locale={locale} />;
  return (
    <>
      <div className={styles.apart}><LocalizedParagraphs value={text} locale={locale} /></div>
      <FactList
        facts={[
          { label: t("addressee"), value: <LocalizedText value={addressee.name} locale={locale} /> },
          { label: t("event"), value: mayOpenEvent ? <Link href={`/workspace/process/events/${event.id}`}>{title}</Link> : title },
          { label: t("due"), value: dueOn && (overdue ? t("overdue", { date: formatPartialDate(dueOn, locale) }) : formatPartialDate(dueOn, locale)) },
          { label: t("published"), value: publishedAt && formatDate(publishedAt, locale) },
          { label: t("state"), value: state === "waiting" && publishedAt ? t("waitingDays", { days }) : status(`recommendation.${state}`) },
        ]}
      />
      {publishedAt && <p className={styles.apart}><Link href={recommendationPath(event, number)}>{t("public")}</Link></p>}
      {response && disposition && (
        <section aria-labelledby="response">
          <SectionHeading id="response" note={formatDate(response.respondedAt, locale)}>{status(`disposition.${disposition}`)}</SectionHeading>
          <LocalizedParagraphs value={response.text} locale={locale} />
        </section>
      )}
      {fulfilment && (
        <section aria-labelledby="fulfilment">
          <SectionHeading id="fulfilment" note={formatDate(fulfilment.on, locale)}>{t("fulfilled")}</SectionHeading>
          {fulfilment.text && <LocalizedParagraphs value={fulfilment.text} locale={locale} />}
          <EvidenceList evidence={fulfilment.evidence} locale={locale} />
        </section>
      )}
    </>
  );
}
