import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { isBlankLocalizedRichText } from "#lib/record/rich-text/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { ReportHeading } from "./report-heading.tsx";
import { ReportSection } from "./report-section.tsx";
import styles from "./reports.module.css";

interface Props {
  snapshot: Snapshot;
  locale: Locale;
  /** The id of the report while the public is asked about this version; else every section is only read. */
  asks?: string | null;
  /** What stands between the heading and the first section: where the consultation stands, that it is a draft. */
  children?: ReactNode;
}

/** A report as a document, from its snapshot and nothing else, so that a frozen one always reads the same. */
export function ReportDocument({ snapshot, locale, asks = null, children }: Props) {
  const t = useTranslations("reports.document");
  const silent = (key: string) => isBlankLocalizedRichText(snapshot.sections.find((section) => section.key === key)?.body);
  const blank = [...(silent("introduction") ? ["introduction"] : []), ...(silent("summary") ? ["conclusions"] : [])];
  return (
    <article>
      <ReportHeading snapshot={snapshot} locale={locale} />
      {children}
      {blank.length > 0 && <p className={styles.unstated}>{t("unstated", { which: blank.length > 1 ? "both" : (blank[0] ?? "both") })}</p>}
      {snapshot.sections.map((section) => <ReportSection key={section.key} section={section} snapshot={snapshot} asks={asks} locale={locale} />)}
    </article>
  );
}
