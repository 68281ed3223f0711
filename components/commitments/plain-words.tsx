import { useTranslations, type Locale } from "next-intl";
import { OnlyIn, pickText, type Texts } from "#components/ui/localized-text.tsx";
import { beginningOf } from "#lib/assessments/voices/rules.ts";
import styles from "./commitment-line.module.css";

/** The beginning of what somebody wrote of a commitment in plain words, for a line of a list; nothing where nobody did. */
export function PlainWords({ value, locale }: { value: Texts | null; locale: Locale }) {
  const t = useTranslations("commitments");
  const picked = pickText(value, locale);
  if (!picked) return null;
  const { beginning, rest } = beginningOf(picked.text);
  return (
    <p className={styles.plain}>
      <span className={styles.by}>{t("plain")}:</span> <span lang={picked.lang === locale ? undefined : picked.lang}>{beginning}{rest && " …"}</span>
      {picked.lang !== locale && <> <OnlyIn language={picked.lang} /></>}
    </p>
  );
}
