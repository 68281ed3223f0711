import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import type { AnswerView } from "#lib/assessments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./assessments.module.css";

/** What the agency answered to an assessment, beside it and apart from it. */
export function AssessmentAnswer({ answer, locale }: { answer: AnswerView; locale: Locale }) {
  const t = useTranslations("answers.answer");
  return (
    <div className={styles.answer}>
      <p className={styles.legend}>{t("title")}</p>
      <p className={styles.soft}>{t("by", { organisation: pickText(answer.organisation.name, locale)?.text ?? "", date: formatDate(answer.publishedAt, locale) })}</p>
      <LocalizedParagraphs value={answer.text} locale={locale} />
    </div>
  );
}
