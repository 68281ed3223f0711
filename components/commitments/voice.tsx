import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { AssessmentAnswer } from "#components/assessments/assessment-answer.tsx";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { IrmFacts } from "#components/assessments/irm-facts.tsx";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { SourceView } from "#lib/plans/milestones/queries.ts";
import type { OrganisationRef } from "#lib/organisations/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PublishedAssessment, ReportedUpdate } from "#lib/assessments/voices/queries.ts";
import type { AssessorInPeriod } from "#lib/assessments/voices/rules.ts";
import { ToldText } from "./told-text.tsx";
import styles from "./voices.module.css";

interface Spoken {
  locale: Locale;
  sources: readonly SourceView[];
}

/** The column of one voice under its name. */
export function Voice({ title, level, children }: { title: string; level: 4 | 5; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <section className={styles.voice}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </section>
  );
}

/** What the agency reported: where it stands, who says so and when, what happened, why not more, and the proof. */
export function AgencyVoice({ update, ...around }: Spoken & { update: ReportedUpdate }) {
  const t = useTranslations("milestones");
  const { locale } = around;
  return (
    <>
      <p className={styles.state}><ProgressMark progress={update.progress} /></p>
      <By organisation={update.organisation} at={update.acceptedAt} locale={locale} />
      {update.noProgress && <p className={styles.words}>{t("noProgress")}</p>}
      <ToldText label={t("result")} value={update.result} locale={locale} />
      <ToldText label={t("reasons")} value={update.reasons} locale={locale} />
      <Proof evidence={update.evidence} {...around} />
    </>
  );
}

/** What assessors of one kind judged, one below the other, each with its earlier assessments and what the agency answered. */
export function AssessorVoices({ assessors, ...around }: Spoken & { assessors: readonly AssessorInPeriod<PublishedAssessment>[] }) {
  const t = useTranslations("voices");
  return assessors.map(({ current, earlier }) => (
    <div key={current.id} className={styles.assessor}>
      <Judgement assessment={current} {...around} />
      {earlier.map((assessment) => (
        <Disclosure key={assessment.id} summary={t("earlier", { date: formatDate(assessment.publishedAt, around.locale) })}>
          <p className={styles.onPaper}>{t("earlier", { date: formatDate(assessment.publishedAt, around.locale) })}</p>
          <Judgement assessment={assessment} {...around} />
        </Disclosure>
      ))}
    </div>
  ));
}

function Judgement({ assessment, ...around }: Spoken & { assessment: PublishedAssessment }) {
  const { voice, grade, irm, narrative, evidence, answer, organisation, publishedAt } = assessment;
  const { locale } = around;
  return (
    <>
      {grade && <p className={styles.state}><FulfilmentBar grade={grade} of={grade.of} locale={locale} /></p>}
      {voice === "independent" && <div className={styles.irm}><IrmFacts irm={irm} locale={locale} /></div>}
      <By organisation={organisation} at={publishedAt} locale={locale} />
      <ToldText value={narrative} locale={locale} />
      <Proof evidence={evidence} {...around} />
      {answer && <AssessmentAnswer answer={answer} locale={locale} />}
    </>
  );
}

function By({ organisation, at, locale }: { organisation: OrganisationRef; at: Date; locale: Locale }) {
  return <p className={styles.by}><OrganisationLink organisation={organisation} locale={locale} />, {formatDate(at, locale)}</p>;
}

function Proof({ evidence, sources, locale }: Spoken & { evidence: readonly EvidenceView[] }) {
  const t = useTranslations("milestones");
  if (evidence.length === 0) return null;
  return (
    <div className={styles.words}>
      <p className={styles.label}>{t("evidence")}</p>
      <EvidenceList evidence={evidence} sources={sources} locale={locale} />
    </div>
  );
}
