import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { localizeRichText, plainTextOf } from "#lib/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/rich-text/schema.ts";
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
  const { plan, parts, commitments } = snapshot;
  const bodyOf = (key: string) => snapshot.sections.find((section) => section.key === key)?.body ?? null;
  const scale = plan.scale.grades.length;
  const blank = (["introduction", "conclusions"] as const).filter((text) => !bodyOf(text === "conclusions" ? "summary" : text));
  const loose = commitments.filter(({ partId }) => partId === null);
  return (
    <article>
      <ReportHeading snapshot={snapshot} locale={locale} />
      {children}
      {blank.length > 0 && <p className={styles.unstated}>{t("unstated", { which: blank.length > 1 ? "both" : (blank[0] ?? "both") })}</p>}
      <ReportText id="conclusions" text={bodyOf("summary")} locale={locale} />
      <ReportSummary snapshot={snapshot} locale={locale} />
      <ReportText id="introduction" text={bodyOf("introduction")} locale={locale} />
      <ReportFacts snapshot={snapshot} locale={locale} />
      {loose.length > 0 && <ReportPart part={null} plan={plan} commitments={loose} scale={scale} locale={locale} />}
      {parts.map((part) => (
        <ReportPart key={part.id} part={part} plan={plan} commitments={commitments.filter(({ partId }) => partId === part.id)} scale={scale} locale={locale} />
      ))}
    </article>
  );
}

function ReportText({ id, text, locale }: { id: "conclusions" | "introduction"; text: LocalizedRichText | null; locale: Locale }) {
  const t = useTranslations("reports.document");
  const picked = localizeRichText(text, locale);
  if (!picked) return null;
  return (
    <>
      <SectionHeading id={id}>{t(id)}</SectionHeading>
      <LocalizedParagraphs value={{ [picked.lang]: plainTextOf(picked.text) }} locale={locale} />
    </>
  );
}
