import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { OverdueShort, StaleShort } from "#components/milestones/standing-text.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import { LedgerLine } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { CommitmentLine as Line } from "#lib/plans/lines/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./commitment-line.module.css";
import { PlainWords } from "./plain-words.tsx";

interface Props {
  line: Line;
  plan: { slug: string; vocabulary: string; status: string };
  locale: Locale;
  /** Whether to name the lead agency. */
  named?: boolean;
  children?: ReactNode;
}

/** A commitment in a table of contents: number, title, who, both axes, and what is late. That of a draft has no page yet. */
export function CommitmentLine({ line, plan, locale, named = true, children }: Props) {
  const t = useTranslations("commitments");
  const say = useTranslations("revisions");
  const { milestones, standing, judgement, removedAt } = line;
  const kind = plan.vocabulary;
  const done = milestones.filter((milestone) => milestone.standing.progress === "completed").length;
  return (
    <LedgerLine
      code={line.number}
      {...(plan.status === "draft" ? {} : { href: `/plans/${plan.slug}/commitments/${line.slug}` })}
      title={<LocalizedText value={line.title} locale={locale} empty={t("untitledShort")} />}
      aside={
        <span className={styles.axes}>
          <ProgressMark progress={standing.progress} />
          {judgement && <FulfilmentBar grade={judgement.grade} of={judgement.grade.of} locale={locale} />}
        </span>
      }
    >
      <PlainWords value={line.plain} locale={locale} />
      <ul role="list" className={styles.facts}>
        {named && <li><LocalizedText value={line.lead.name} locale={locale} /></li>}
        {milestones.length > 0 && <li>{t("milestones.completed", { done, all: milestones.length, kind })}</li>}
        {removedAt && <li><Link href={`/plans/${plan.slug}/history`}>{say("removedOn", { date: formatDate(removedAt, locale) })}</Link></li>}
        {standing.overdueMonths !== null && <li><OverdueShort standing={standing} plan={plan} locale={locale} /></li>}
        {standing.stale && <li><StaleShort standing={standing} locale={locale} /></li>}
      </ul>
      {children}
    </LedgerLine>
  );
}
