import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { SourceView } from "#lib/plans/milestones/queries.ts";
import type { PeriodRef, PublishedAssessment, ReportedUpdate } from "#lib/assessments/voices/queries.ts";
import { voicesByPeriod, type PeriodVoices } from "#lib/assessments/voices/rules.ts";
import { AgencyVoice, AssessorVoices, Voice } from "./voice.tsx";
import styles from "./voices.module.css";

interface Props {
  subject: { updates: readonly ReportedUpdate[]; assessments: readonly PublishedAssessment[]; earlier: readonly PublishedAssessment[]; sources: readonly SourceView[] };
  /** What it is: a commitment as a whole or one of its milestones, in the words of the plan. */
  of: "commitment" | "milestone";
  kind: string;
  /** Of the headings of periods; voices stand one below. */
  level: 3 | 4;
  locale: Locale;
}

/** Agency, Secretariat and independent monitors side by side: the newest period stands open, the others can be opened. */
export function Voices({ subject, ...around }: Props) {
  const t = useTranslations("voices");
  const { level, locale } = around;
  const Heading = `h${level}` as const;
  const [newest, ...others] = voicesByPeriod(subject.updates, [...subject.assessments, ...subject.earlier]);
  const name = (period: PeriodRef) => t("period", { period: pickText(period.label, locale)?.text ?? period.slug });
  if (!newest) return null;
  return (
    <div className={styles.voices}>
      <Heading className={styles.period}>{name(newest.period)}</Heading>
      <Columns voices={newest} sources={subject.sources} {...around} />
      {others.map((voices) => (
        <Disclosure key={voices.period.slug} summary={name(voices.period)}>
          <p className={styles.onPaper}>{name(voices.period)}</p>
          <Columns voices={voices} sources={subject.sources} {...around} />
        </Disclosure>
      ))}
    </div>
  );
}

function Columns({ voices, sources, of, kind, level, locale }: Omit<Props, "subject"> & { voices: PeriodVoices<ReportedUpdate, PublishedAssessment>; sources: readonly SourceView[] }) {
  const t = useTranslations("voices");
  const { update, secretariat, independent } = voices;
  const heading = level === 3 ? 4 : 5;
  const none = (key: string) => <p className={styles.none}>{t(key, { of, kind })}</p>;
  return (
    <div className={styles.columns}>
      <Voice title={t("agency")} level={heading}>
        {update ? <AgencyVoice update={update} sources={sources} locale={locale} /> : none("noAgency")}
      </Voice>
      <Voice title={t("secretariat")} level={heading}>
        {secretariat.length > 0 ? <AssessorVoices assessors={secretariat} sources={sources} locale={locale} /> : none("noSecretariat")}
      </Voice>
      <Voice title={t("independent")} level={heading}>
        {independent.length > 0 ? <AssessorVoices assessors={independent} sources={sources} locale={locale} /> : none("noIndependent")}
      </Voice>
    </div>
  );
}
