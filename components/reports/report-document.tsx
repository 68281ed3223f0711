import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Snapshot } from "#lib/snapshots/schema.ts";
import { ReportFacts } from "./report-facts.tsx";
import { ReportHeading } from "./report-heading.tsx";
import { ReportPart } from "./report-part.tsx";
import { ReportSummary } from "./report-summary.tsx";
import styles from "./reports.module.css";

interface Props {
  snapshot: Snapshot;
  locale: Locale;
  /** What stands between the heading and the conclusions: where the consultation stands, that it is a draft. */
  children?: ReactNode;
}

/**
 * A report as a document, from its snapshot and nothing else, so that a frozen one always reads the same. Conclusions come
 * first: they are what most readers came for.
 */
export function ReportDocument({ snapshot, locale, children }: Props) {
  const t = useTranslations("reports.document");
  const { report, plan, parts, commitments } = snapshot;
  const scale = plan.scale.grades.length;
  const loose = commitments.filter(({ partId }) => partId === null);
  return (
    <article>
      <ReportHeading snapshot={snapshot} locale={locale} />
      {children}
      <SectionHeading id="conclusions">{t("conclusions")}</SectionHeading>
      <LocalizedParagraphs value={report.conclusions} locale={locale} empty={<span className={styles.soft}>{t("noConclusions")}</span>} />
      <ReportSummary snapshot={snapshot} locale={locale} />
      <SectionHeading id="introduction">{t("introduction")}</SectionHeading>
      <LocalizedParagraphs value={report.introduction} locale={locale} empty={<span className={styles.soft}>{t("noIntroduction")}</span>} />
      <ReportFacts snapshot={snapshot} locale={locale} />
      {loose.length > 0 && <ReportPart part={null} plan={plan} commitments={loose} scale={scale} locale={locale} />}
      {parts.map((part) => (
        <ReportPart key={part.id} part={part} plan={plan} commitments={commitments.filter(({ partId }) => partId === part.id)} scale={scale} locale={locale} />
      ))}
    </article>
  );
}
