import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requiredSections } from "#lib/reports/sections/rules.ts";
import { isBlankLocalizedRichText, languagesOf } from "#lib/record/rich-text/rules.ts";
import { inOneLanguage, whatIsMissing, type Missing } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { sectionName } from "./section-name.ts";
import styles from "./composer.module.css";

interface Props {
  snapshot: Snapshot;
  periodId: string;
  /** The next step asks for an introduction and a summary; a correction does not. */
  asks: boolean;
  locale: Locale;
}

/** What has to be written before the public is asked, and what readers will see as missing; each leads to where it is mended. */
export function ReportMissing({ snapshot, periodId, asks, locale }: Props) {
  const [t, old, names] = [useTranslations("report-sections.missing"), useTranslations("reports.workspace.missing"), useTranslations("reports.sections")];
  const records = whatIsMissing(snapshot);
  const empty = requiredSections.filter((key) => isBlankLocalizedRichText(snapshot.sections.find((section) => section.key === key)?.body));
  const half = inOneLanguage(snapshot);
  return (
    <section aria-labelledby="missing" className={styles.missing}>
      <SectionHeading id="missing">{old("heading")}</SectionHeading>
      {empty.length + records.length + half.length === 0 && <p>{old("none")}</p>}
      {empty.length > 0 && (
        <>
          <p className={styles.label}>{t(asks ? "required" : "notWritten")}</p>
          <ul className={styles.list}>{empty.map((key) => <li key={key}>{t("empty", { name: sectionName(key, snapshot, locale, names) })}. <a href={`#${key}`}>{t("write")}</a></li>)}</ul>
        </>
      )}
      {records.length > 0 && (
        <>
          <p>{old("counts", { reports: records.filter(({ notReported }) => notReported).length, assessments: records.filter(({ notAssessed }) => notAssessed).length })} {old("lead")}</p>
          <Disclosure summary={t("records")} open={records.length <= 8}>
            <ul className={styles.list}>{records.map((missing) => <MissingRecord key={missing.id} missing={missing} vocabulary={snapshot.plan.vocabulary} periodId={periodId} />)}</ul>
          </Disclosure>
        </>
      )}
      {half.length > 0 && (
        <Disclosure summary={t("oneLanguage")} open={half.length <= 8}>
          <ul className={styles.list}>{half.map((key) => <li key={key}><OneLanguage at={key} snapshot={snapshot} locale={locale} /></li>)}</ul>
        </Disclosure>
      )}
    </section>
  );
}

function MissingRecord({ missing: { id, kind, number, notReported, notAssessed }, vocabulary, periodId }: { missing: Missing; vocabulary: string; periodId: string }) {
  const [t, figures] = [useTranslations("report-sections.missing"), useTranslations("report-sections.figures")];
  const activity = vocabulary === "activity";
  const word = { commitment: activity ? "activity" : "commitment", milestone: activity ? "subActivity" : "milestone" } as const;
  return (
    <li>
      {t(word[kind], { number })}:
      {notReported && <> {figures("notReported")} (<Link href={`/workspace/periods/${periodId}/board`}>{figures("board")}</Link>){notAssessed && ";"}</>}
      {notAssessed && <> {figures("notAssessed")} (<Link href={`/workspace/assessments/${periodId}/${id}`}>{figures("assess")}</Link>)</>}
    </li>
  );
}

function OneLanguage({ at, snapshot, locale }: { at: string; snapshot: Snapshot; locale: Locale }) {
  const [t, names, title] = [useTranslations("report-sections.missing"), useTranslations("reports.sections"), useTranslations("report-sections.title")];
  if (at === "title") return <a href="#title-group">{t("onlyIn", { name: title("heading"), language: snapshot.report.title.ka ? "ka" : "en" })}</a>;
  const section = snapshot.sections.find(({ key }) => key === at);
  const [written] = languagesOf(section ? section.body : snapshot.commitments.find(({ id }) => at === `commitment:${id}`)?.narrative);
  const headed = section?.heading && (!section.heading.ka || !section.heading.en) ? (section.heading.ka ? "ka" : "en") : null;
  return <a href={`#${at}`}>{t("onlyIn", { name: sectionName(at, snapshot, locale, names), language: written ?? headed ?? locale })}</a>;
}
