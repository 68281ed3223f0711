import { useTranslations, type Locale } from "next-intl";
import type { ReportingWork, WorkLine } from "#lib/worklists/queries.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { WorkListLine } from "./work-list-line.tsx";

/** What a coordinator reports in one period: commitment by commitment, one line a milestone. */
export function WorkList({ work, locale }: { work: ReportingWork; locale: Locale }) {
  const t = useTranslations("reporting.work");
  const word = work.plan.vocabulary === "activity" ? "activity" : "commitment";
  return work.commitments.map((commitment) => {
    const title = pickText(commitment.title, locale)?.text;
    const name = [t(`commitment.${word}`, { number: commitment.number }), title].filter(Boolean).join(". ");
    return (
      <section key={commitment.id} aria-labelledby={`commitment-${commitment.id}`}>
        <SectionHeading id={`commitment-${commitment.id}`}>{name}</SectionHeading>
        <LedgerList>
          {commitment.lines.map((line: WorkLine) => (
            <WorkListLine key={line.subjectId} line={line} plan={work.plan} periodId={work.period.id} whole={t(`whole.${word}`)} locale={locale} open={work.period.status === "open"} />
          ))}
        </LedgerList>
      </section>
    );
  });
}
