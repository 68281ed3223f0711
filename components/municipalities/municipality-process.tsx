import { useTranslations, type Locale } from "next-intl";
import { organisationsByKind } from "#components/organisations/organisation-list.tsx";
import { EventLine } from "#components/published-events/event-line.tsx";
import { RecommendationLines } from "#components/published-recommendations/recommendation-lines.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { MunicipalityHead, MunicipalityPage } from "#lib/figures/municipalities/queries.ts";
import styles from "./municipalities.module.css";

/** What happened around the plans: meetings, what they recommended, and which bodies of the municipality the record knows. */
export function MunicipalityProcess({ bodies, events, recommendations, locale }: Pick<MunicipalityPage, "events" | "recommendations"> & Pick<MunicipalityHead, "bodies"> & { locale: Locale }) {
  const t = useTranslations("municipalities");
  return (
    <>
      {events.length > 0 && (
        <section aria-labelledby="events">
          <SectionHeading id="events">{t("events.heading")}</SectionHeading>
          <LedgerList>{events.map((event) => <EventLine key={event.slug} event={event} locale={locale} />)}</LedgerList>
          <p className={styles.onward}><Link href="/process">{t("events.all")}</Link></p>
        </section>
      )}
      {recommendations.length > 0 && (
        <section aria-labelledby="recommendations">
          <SectionHeading id="recommendations">{t("recommendations.heading")}</SectionHeading>
          <RecommendationLines recommendations={recommendations} locale={locale} />
          <p className={styles.onward}><Link href="/recommendations">{t("recommendations.all")}</Link></p>
        </section>
      )}
      {bodies.length > 0 && (
        <section aria-labelledby="bodies">
          <SectionHeading id="bodies">{t("bodies")}</SectionHeading>
          {organisationsByKind(bodies, locale)}
        </section>
      )}
    </>
  );
}
