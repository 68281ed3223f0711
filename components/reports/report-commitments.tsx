import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Snapshot, SnapshotPart } from "#lib/reports/snapshots/schema.ts";
import { ReportCommitment } from "./report-commitment.tsx";
import { ReportFacts } from "./report-facts.tsx";
import styles from "./reports.module.css";

interface Props {
  snapshot: Snapshot;
  /** See ReportSection. */
  asks: string | null;
  locale: Locale;
}

/** The plan that is reported on, then its commitments in its parts and its order. */
export function ReportCommitments({ snapshot, asks, locale }: Props) {
  const { commitments, parts } = snapshot;
  const loose = commitments.filter(({ partId }) => partId === null);
  return (
    <>
      <ReportFacts snapshot={snapshot} locale={locale} />
      <div className={styles.part}>{loose.map((commitment) => <ReportCommitment key={commitment.id} commitment={commitment} snapshot={snapshot} level={3} asks={asks} locale={locale} />)}</div>
      {parts.map((part) => <Part key={part.id} part={part} snapshot={snapshot} asks={asks} locale={locale} />)}
    </>
  );
}

/** A challenge, objective or part of the plan with its commitments. */
function Part({ part, snapshot, asks, locale }: Props & { part: SnapshotPart }) {
  const t = useTranslations("reports.document.emptyPart");
  const kinds = useTranslations("status.partKind");
  const title = pickText(part.title, locale);
  const commitments = snapshot.commitments.filter(({ partId }) => partId === part.id);
  const kind = [kinds(part.kind), part.number].filter(Boolean).join(" ");
  return (
    <section lang={title && title.lang !== locale ? title.lang : undefined}>
      <SectionHeading id={`part-${part.id}`} level={3} note={<span lang={locale}>{kind}</span>}>{title?.text ?? kind}</SectionHeading>
      <div lang={locale} className={styles.part}>
        {part.description && <LocalizedParagraphs value={part.description} locale={locale} />}
        {part.note && <LocalizedParagraphs value={part.note} locale={locale} className={styles.soft} />}
        {commitments.map((commitment) => <ReportCommitment key={commitment.id} commitment={commitment} snapshot={snapshot} level={4} asks={asks} locale={locale} />)}
        {commitments.length === 0 && <p className={styles.soft}>{t(snapshot.plan.vocabulary === "activity" ? "activity" : "commitment")}</p>}
      </div>
    </section>
  );
}
