import { useTranslations, type Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Word } from "#lib/figures/schema.ts";
import type { PeriodEnd } from "#lib/figures/period-figures/rules.ts";
import styles from "./figures.module.css";
import { tellWord } from "./told-figure.ts";

/** What the latest period with reports changed, in sentences. */
export function LastSteps({ last, locale }: { last: { end: PeriodEnd; sentences: readonly Word[] } | null; locale: Locale }) {
  const t = useTranslations();
  if (!last) return <p>{t("figures.nothingYet")}</p>;
  return (
    <div className={styles.sentences}>
      <p className={styles.name}>{t("figures.lastTitle", { period: pickText(last.end.label, locale)?.text ?? last.end.endsOn })}</p>
      <ul>{last.sentences.map((sentence) => tellWord(sentence, locale, t)).map((text) => <li key={text}>{text}</li>)}</ul>
    </div>
  );
}
