import { getTranslations } from "next-intl/server";
import type { Locale } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceLink } from "#components/evidence/evidence-list.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import { StepBar } from "#components/ui/step-bar.tsx";
import type { AssessmentDraft, AssessmentForm } from "#lib/assessments/queries.ts";
import { irmOfDraft } from "#lib/assessments/rules.ts";
import { irmAxes } from "#lib/assessments/schema.ts";
import { locales } from "#lib/record/localized/schema.ts";
import styles from "./assessments.module.css";

interface Props {
  data: AssessmentForm;
  draft: AssessmentDraft;
  /** The language of the pages it is read on, whichever the workspace is in. */
  locale: Locale;
}

/** A draft as the readers of each language will see it, beside each other. */
export async function AssessmentPreviews({ data, draft }: Pick<Props, "data" | "draft">) {
  const t = await getTranslations("assessments.confirm.reads");
  return (
    <div className={styles.languages}>
      {locales.map((locale) => (
        <section key={locale} aria-labelledby={`reads-${locale}`} className={styles.stack}>
          <h2 id={`reads-${locale}`}>{t(locale)}</h2>
          <AssessmentPreview data={data} draft={draft} locale={locale} />
        </section>
      ))}
    </div>
  );
}

/** A draft as readers of one language will see it, all of it. */
async function AssessmentPreview({ data: { owner, grades, irm }, draft, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "assessments" });
  const onlyIn = await getTranslations({ locale, namespace: "ui.onlyIn" });
  const grade = grades.find(({ id }) => id === draft.gradeId);
  const judged = irmOfDraft(draft.irm, irm);
  const facts: { label: string; value: ReactNode }[] = [
    { label: t("confirm.by"), value: spoken(owner.name, locale) },
    { label: t("confirm.on"), value: t("confirm.today") },
  ];
  if (grade) facts.push({ label: t("confirm.grade"), value: <StepBar filled={grade.rank === 0 ? 0 : grade.rank + 1} of={grades.length} word={spoken(grade.label, locale)} /> });
  for (const axis of irmAxes) if (judged[axis]) facts.push({ label: t(`irm.${axis}`), value: spoken(judged[axis].label, locale) });
  const narrative = pickText(draft.narrative, locale);
  return (
    <div lang={locale} className={styles.stack}>
      <FactList facts={facts} />
      {narrative && (
        <div>
          <p className={styles.legend}>{t("confirm.narrative")}</p>
          <div lang={narrative.lang} className={`${styles.stack} ${styles.words}`}>{narrative.text.split(/\n\s*\n/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}</div>
          {narrative.lang !== locale && <small className={styles.soft}>{onlyIn(narrative.lang)}</small>}
        </div>
      )}
      <p className={styles.legend}>{t("confirm.evidence")}</p>
      {draft.evidence.length === 0 && <p>{t("confirm.noEvidence")}</p>}
      {draft.evidence.length > 0 && <ul>{draft.evidence.map((piece) => <li key={piece.id}><EvidenceLink piece={piece} locale={locale} /></li>)}</ul>}
    </div>
  );
}

function spoken(value: Texts, locale: Locale): ReactNode {
  const picked = pickText(value, locale);
  return picked && (picked.lang === locale ? picked.text : <span lang={picked.lang}>{picked.text}</span>);
}
