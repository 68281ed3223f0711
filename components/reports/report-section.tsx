import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { RichTextView } from "#components/rich-text/rich-text-view.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { isBlankLocalizedRichText } from "#lib/record/rich-text/rules.ts";
import type { Snapshot, SnapshotSection } from "#lib/reports/snapshots/schema.ts";
import { anchorOfSection } from "./anchor.ts";
import { CommentOnSection } from "./comment-on-section.tsx";
import { ReportAnnexes } from "./report-annexes.tsx";
import { ReportCommitments } from "./report-commitments.tsx";
import { ReportProcess } from "./report-process.tsx";
import { ReportSummary } from "./report-summary.tsx";
import { sectionName } from "./section-name.ts";
import styles from "./reports.module.css";

interface Props {
  section: SnapshotSection;
  snapshot: Snapshot;
  /** The id of the report while the public is asked about it, else null. */
  asks: string | null;
  locale: Locale;
}

/** True for a section in which there is nothing to read. */
export function isEmptySection({ kind, body }: SnapshotSection): boolean {
  return (kind === "introduction" || kind === "lessons" || kind === "text") && isBlankLocalizedRichText(body);
}

/** A section of the report: what the Secretariat wrote in it, then what the record says, and while the public is asked the way to comment on it. */
export function ReportSection({ section, snapshot, asks, locale }: Props) {
  const t = useTranslations("reports.sections");
  if (isEmptySection(section)) return null;
  const name = sectionName(section.key, snapshot, locale, t);
  const lang = pickText(section.heading, locale)?.lang;
  const id = anchorOfSection({ key: section.key, slug: null });
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div lang={lang && lang !== locale ? lang : undefined}><SectionHeading id={id}>{name}</SectionHeading></div>
      {!isBlankLocalizedRichText(section.body) && <RichTextView value={section.body} locale={locale} />}
      {recorded({ section, snapshot, asks, locale })}
      <CommentOnSection report={asks} section={section.key} name={name} />
    </section>
  );
}

/** What the record says in a section. */
function recorded({ section, snapshot, asks, locale }: Props): ReactNode {
  switch (section.kind) {
    case "process": return <ReportProcess events={snapshot.events} publishedAt={snapshot.report.publishedAt} locale={locale} />;
    case "summary": return <ReportSummary snapshot={snapshot} locale={locale} />;
    case "commitments": return <ReportCommitments snapshot={snapshot} asks={asks} locale={locale} />;
    case "annexes": return <ReportAnnexes snapshot={snapshot} locale={locale} />;
    default: return null;
  }
}
