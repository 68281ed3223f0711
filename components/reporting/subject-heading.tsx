import { useTranslations, type Locale } from "next-intl";
import { overdue } from "#lib/reporting/rules.ts";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { formatPartialDate, formatTerm } from "#lib/platform/i18n/formats.ts";
import { OverdueText } from "#components/milestones/standing-text.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";

interface Props {
  subject: ReportedSubject;
  locale: Locale;
  now: Date;
  /** What the page is for; the period it reports on unless given. */
  eyebrow?: string;
}

/** What is reported on: number, title, its commitment, its term, and how late it is in words. */
export function SubjectHeading({ subject, locale, now, eyebrow }: Props) {
  const t = useTranslations("reporting");
  const untitled = useTranslations("commitments");
  const inherited = useTranslations("milestones");
  const title = pickText(subject.title ?? subject.commitment.title, locale);
  const word = subject.plan.vocabulary === "activity" ? "activity" : "commitment";
  const late = overdue(subject.due, (subject.accepted ?? subject.earlier)?.progress ?? null, now);
  const deadline = subject.due === null ? null : { due: subject.due, fromCommitment: subject.dueFromCommitment };
  const ofCommitment = subject.dueFromCommitment && subject.due;
  return (
    <PageHeading
      title={title?.text ?? untitled("untitledShort")} lang={title && title.lang !== locale ? title.lang : undefined} code={subject.number}
      eyebrow={eyebrow ?? t("form.eyebrow", { period: pickText(subject.period.label, locale)?.text ?? "" })}
    >
      <p>
        {subject.milestoneId === null ? t(`work.whole.${word}`) : <>{t(`work.commitment.${word}`, { number: subject.commitment.number })}: <LocalizedText value={subject.commitment.title} locale={locale} /></>}
      </p>
      <p>
        {t("form.term")}: {ofCommitment ? inherited("termOfCommitment", { kind: subject.plan.vocabulary, term: formatTerm(subject.commitment.term, locale) ?? formatPartialDate(ofCommitment, locale) }) : <TermText term={subject.term} locale={locale} />}
      </p>
      <OverdueText standing={{ deadline, overdueMonths: late?.months ?? null }} plan={subject.plan} locale={locale} />
    </PageHeading>
  );
}
