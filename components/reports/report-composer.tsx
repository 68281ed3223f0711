"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { AddSectionForm } from "./add-section-form.tsx";
import { ReportSteps } from "./report-steps.tsx";
import { ReportTitleForm } from "./report-title-form.tsx";
import { SectionItem } from "./section-item.tsx";
import type { SectionLine } from "./section-lines.ts";
import { useComposer } from "./use-composer.ts";
import styles from "./composer.module.css";

interface Props {
  report: Omit<ReportForComposer, "next" | "unanswered">;
  vocabulary: string;
  lines: { sections: readonly SectionLine[]; commitments: readonly SectionLine[] };
  /** What the record says of each commitment, by its key. */
  record: Readonly<Record<string, { marks: ReactNode; figures: ReactNode }>>;
  /** Who writes. */
  person: { id: string; name: string };
  /** How many comments still wait. */
  waiting: number;
  /** The calendar day in Tbilisi. */
  today: string;
}

/** What the report says, section by section in its order, and the step that publishes it. What is typed survives a colleague who was faster. */
export function ReportComposer({ report, vocabulary, lines, record, person, waiting, today }: Props) {
  const t = useTranslations("report-sections");
  const composer = useComposer({ report, sections: lines.sections, person });
  const [titleDirty, setTitleDirty] = useState(false);
  const { sections, commitments } = lines;
  return (
    <>
      <section aria-labelledby="sections">
        <SectionHeading id="sections">{t("heading")}</SectionHeading>
        <div className={styles.measure}>
          <p>{t("lead")} {report.versions.length > 0 && t("published")}</p>
          <ReportTitleForm report={{ ...report, title: report.texts.title }} composer={composer} onDirty={setTitleDirty} />
        </div>
        <p role="status" className={styles.said}>{composer.said}</p>
        <ol role="list" className={styles.sections}>
          {sections.map((line, at) => (
            <SectionItem key={line.key} line={line} composer={composer} place={{ at, of: sections.length }}>
              {line.kind === "commitments" && commitments.length > 0 && (
                <ol role="list" className={styles.commitments} aria-label={t(`commitmentsOf.${vocabulary}`)}>
                  {commitments.map((commitment) => <SectionItem key={commitment.key} line={commitment} composer={composer} {...record[commitment.key]} />)}
                </ol>
              )}
            </SectionItem>
          ))}
        </ol>
        <div className={styles.measure}><AddSectionForm reportId={report.id} composer={composer} /></div>
      </section>
      <div className={styles.measure}>
        <ReportSteps report={report} names={sections} composer={composer} titleDirty={titleDirty} waiting={waiting} today={today} />
      </div>
    </>
  );
}
