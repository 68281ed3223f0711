import { useTranslations, type Locale } from "next-intl";
import { anchorOf } from "#components/reports/anchor.ts";
import { Hanging } from "#components/ui/hanging.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { EventChange, ReportComparison, SubjectChange } from "#lib/reports/comparisons/schema.ts";
import { FactChanges } from "./fact-changes.tsx";
import styles from "./report-comparisons.module.css";

interface Props {
  comparison: ReportComparison;
  slug: string;
  scale: number;
  locale: Locale;
}

/** What the versions say differently of commitments and their milestones, of the plan, and of the events of the process. */
export function ComparedSubjects({ comparison: { subjects, plan, events, after }, slug, scale, locale }: Props) {
  const t = useTranslations("report-comparisons");
  const page = `/reports/${slug}/versions/${after.number}`;
  return (
    <>
      {subjects.length > 0 && <SectionHeading id="subjects">{t("subjects")}</SectionHeading>}
      {subjects.map((subject) => <Subject key={subject.id} subject={subject} page={page} scale={scale} locale={locale} />)}
      {plan.length > 0 && <><SectionHeading id="plan">{t("plan")}</SectionHeading><FactChanges changes={plan} scale={scale} locale={locale} /></>}
      {events.length > 0 && <SectionHeading id="events">{t("events")}</SectionHeading>}
      {events.map((event) => <Event key={event.id} event={event} page={page} scale={scale} locale={locale} />)}
    </>
  );
}

function Subject({ subject, page, scale, locale }: { subject: SubjectChange; page: string; scale: number; locale: Locale }) {
  const [t, document] = [useTranslations("report-comparisons"), useTranslations("reports.document")];
  const { kind, number, slug, state, facts } = subject;
  const title = pickText(subject.title, locale);
  const anchor = kind === "commitment" ? anchorOf({ slug }) : anchorOf({ slug }, number);
  return (
    <Hanging code={number} as="section">
      <div lang={title && title.lang !== locale ? title.lang : undefined}>
        <SectionHeading id={anchor} level={3} note={state === "changed" ? undefined : <span lang={locale}>{t(`state.${state}`)}</span>}>{title?.text ?? document("untitled")}</SectionHeading>
      </div>
      {facts.length > 0 && <FactChanges changes={facts} scale={scale} locale={locale} />}
      {state !== "removed" && <p className={styles.soft} data-screen-only><Link href={`${page}#${anchor}`}>{t("read")}</Link></p>}
    </Hanging>
  );
}

function Event({ event, page, scale, locale }: { event: EventChange; page: string; scale: number; locale: Locale }) {
  const t = useTranslations("report-comparisons");
  const title = pickText(event.title, locale);
  return (
    <section>
      <div lang={title && title.lang !== locale ? title.lang : undefined}>
        <SectionHeading id={`event-${event.slug}`} level={3} note={<span lang={locale}>{[formatDate(event.startsOn, locale), ...(event.state === "changed" ? [] : [t(`state.${event.state}`)])].join(", ")}</span>}>{title?.text ?? ""}</SectionHeading>
      </div>
      {event.facts.length > 0 && <FactChanges changes={event.facts} scale={scale} locale={locale} />}
      {event.state !== "removed" && <p className={styles.soft} data-screen-only><Link href={`${page}#event-${event.slug}`}>{t("read")}</Link></p>}
    </section>
  );
}
