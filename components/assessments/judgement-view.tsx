import { useTranslations, type Locale } from "next-intl";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import type { Judgement } from "#lib/assessments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { AssessmentAnswer } from "./assessment-answer.tsx";
import styles from "./assessments.module.css";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import { IrmFacts } from "./irm-facts.tsx";

interface Props {
  judgement: Judgement;
  /** How many grades the plan's scale has. */
  of: number;
  locale: Locale;
}

/** A published assessment as everybody reads it: whose it is, the judgement, the reasons, the proof and the agency's answer. */
export function JudgementView({ judgement, of, locale }: Props) {
  const t = useTranslations("status");
  const judged = { assessor: judgement.organisation.name, at: judgement.publishedAt };
  return (
    <div className={styles.stack}>
      <p className={styles.legend}>{t(`voice.${judgement.voice}`)}</p>
      {judgement.grade
        ? <FulfilmentBar grade={judgement.grade} of={of} judged={judged} locale={locale} />
        : <p className={styles.soft}>{t("judgedBy", { assessor: pickText(judged.assessor, locale)?.text ?? "", date: formatDate(judged.at, locale) })}</p>}
      <IrmFacts irm={judgement.irm} locale={locale} />
      {judgement.narrative && <LocalizedParagraphs value={judgement.narrative} locale={locale} />}
      {judgement.evidence.length > 0 && <EvidenceList evidence={judgement.evidence} locale={locale} />}
      {judgement.answer && <AssessmentAnswer answer={judgement.answer} locale={locale} />}
    </div>
  );
}
