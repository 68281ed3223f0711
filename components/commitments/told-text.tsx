import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LocalizedParagraphs, pickText, type Texts } from "#components/ui/localized-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import { beginningOf } from "#lib/assessments/voices/rules.ts";
import styles from "./voices.module.css";

/** What somebody tells: a long text begins, and the rest can be opened. Nothing where nothing is told. */
export function ToldText({ label, value, locale }: { label?: string | null; value: Texts | null; locale: Locale }) {
  const t = useTranslations("voices");
  const picked = isBlank(value) ? null : pickText(value, locale);
  if (!picked) return null;
  const { beginning, rest } = beginningOf(picked.text);
  const texts = (text: string) => ({ [picked.lang]: text });
  return (
    <div className={styles.words}>
      {label && <p className={styles.label}>{label}</p>}
      <LocalizedParagraphs value={texts(beginning)} locale={locale} />
      {rest && <Disclosure summary={t("readOn")}><LocalizedParagraphs value={texts(rest)} locale={locale} /></Disclosure>}
    </div>
  );
}
