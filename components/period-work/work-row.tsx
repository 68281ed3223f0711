"use client";

import dynamic from "next/dynamic";
import { memo } from "react";
import { useTranslations, type Locale } from "next-intl";
import { OverdueText } from "#components/milestones/standing-text.tsx";
import { LastUpdate } from "#components/reporting/last-update.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { UpdateFacts } from "#components/reporting/update-facts.tsx";
import { WithSide } from "#components/reporting/with-side.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { overdue } from "#lib/reporting/rules.ts";
import type { Doors } from "./doors.ts";
import { LineStateWords } from "./line-state-words.tsx";
import styles from "./period-work.module.css";
import { SubjectNotices } from "./subject-notices.tsx";
import type { Line, LiveLine } from "./use-lines.ts";

/** A list of sixty lines carries no form before one is opened. */
const SubjectEditor = memo(dynamic(() => import("./subject-editor.tsx").then((module) => module.SubjectEditor)));

interface Props {
  line: Line;
  /** What a commitment as a whole is called in this plan. */
  whole: string;
  open: boolean;
  formed: boolean;
  doors: Doors;
  now: Date;
  locale: Locale;
  onToggle: (ids: readonly string[], open: boolean) => void;
  onLive: (id: string, live: LiveLine | null) => void;
  onNext: (id: string) => void;
}

/** One line: what it is, where its report stands; opened, what is said now beside what was said last time. */
export function WorkRow({ line, whole, open, formed, doors, now, locale, onToggle, onLive, onNext }: Props) {
  const { subject, working, depth } = line.item;
  return (
    <details
      id={`line-${line.id}`} className={styles.row} open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && onToggle([line.id], currentTarget.open)}
    >
      <summary className={styles.summary}>
        {subject.milestoneId !== null && <span className={styles.code} data-depth={depth}>{subject.number}</span>}
        <span className={styles.title}>{subject.milestoneId === null ? whole : <LocalizedText value={subject.title} locale={locale} />}</span>
        <LineStateWords line={line} locale={locale} />
      </summary>
      <div className={styles.body}>
        <LineTerm line={line} now={now} locale={locale} />
        {formed && (line.editable ? (
          <SubjectEditor item={line.item} doors={doors} now={now} onLive={onLive} onNext={onNext} />
        ) : (
          <WithSide side={<LastUpdate subject={subject} locale={locale} files={doors.evidence.files} />}>
            <SubjectNotices item={line.item} locale={locale} />
            {working && <UpdateFacts update={working} locale={locale} subject={subject} files={doors.evidence.files} />}
          </WithSide>
        ))}
      </div>
    </details>
  );
}

/** Its own term, or the commitment's that counts instead, and how long it has passed; what was said last. */
function LineTerm({ line: { item: { subject } }, now, locale }: { line: Line; now: Date; locale: Locale }) {
  const t = useTranslations();
  const last = subject.accepted ?? subject.earlier;
  const late = overdue(subject.due, last?.progress ?? null, now);
  const deadline = subject.due === null ? null : { due: subject.due, fromCommitment: subject.dueFromCommitment };
  const term = deadline?.fromCommitment ? t("milestones.termOfCommitment", { kind: subject.plan.vocabulary, term: formatPartialDate(deadline.due, locale) }) : <TermText term={subject.term} locale={locale} />;
  return (
    <div className={styles.term}>
      {!(late && deadline?.fromCommitment) && <p>{t("reporting.form.term")}: {term}</p>}
      <OverdueText standing={{ deadline, overdueMonths: late?.months ?? null }} plan={subject.plan} locale={locale} />
      {last && <p>{t("reporting.work.last")}: <ProgressMark progress={last.progress} locale={locale} /> ({t("reporting.work.lastIn", { period: pickText(last.periodLabel, locale)?.text ?? "" })})</p>}
    </div>
  );
}
