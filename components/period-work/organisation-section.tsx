import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { OrganisationWork, PeriodWork } from "#lib/boards/period-work/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Doors } from "./doors.ts";
import styles from "./period-work.module.css";
import type { useLines } from "./use-lines.ts";
import { WorkRow } from "./work-row.tsx";

interface Props {
  organisation: OrganisationWork;
  /** There are several: each is named. */
  named: boolean;
  work: PeriodWork;
  list: ReturnType<typeof useLines>;
  doors: Doors;
  now: Date;
  locale: Locale;
}

/** What one organisation reports: commitment by commitment, one line a milestone. */
export function OrganisationSection({ organisation, named, work, list, doors, now, locale }: Props) {
  const t = useTranslations("reporting");
  const word = work.plan.vocabulary === "activity" ? "activity" : "commitment";
  const level = named ? 3 : 2;
  return (
    <section aria-labelledby={named ? `organisation-${organisation.id}` : undefined} className={styles.organisation}>
      {named && <h2 id={`organisation-${organisation.id}`}><LocalizedText value={organisation.name} locale={locale} /></h2>}
      {organisation.until && <Notice tone="info"><p>{t("screen.until", { date: formatDate(organisation.until, locale) })}</p></Notice>}
      {!organisation.open && <Notice tone="info"><p>{t(`work.notOpen.${work.period.status === "upcoming" ? "upcoming" : "closed"}`)}</p></Notice>}
      {organisation.commitments.map((commitment) => (
        <section key={commitment.id} aria-labelledby={`commitment-${organisation.id}-${commitment.id}`}>
          <SectionHeading id={`commitment-${organisation.id}-${commitment.id}`} level={level}>
            {[t(`work.commitment.${word}`, { number: commitment.number }), pickText(commitment.title, locale)?.text].filter(Boolean).join(". ")}
          </SectionHeading>
          <div className={styles.rows}>
            {commitment.items.map((item) => {
              const line = list.lines.find(({ id }) => id === item.subject.id);
              return line && (
                <WorkRow
                  key={line.id} line={line} whole={t(`work.whole.${word}`)} open={list.open.has(line.id)} formed={list.formed.has(line.id)} doors={doors} now={now} locale={locale}
                  onToggle={list.show} onLive={list.onLive} onNext={list.onNext}
                />
              );
            })}
          </div>
        </section>
      ))}
    </section>
  );
}
