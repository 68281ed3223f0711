import { useTranslations, type Locale } from "next-intl";
import type { Texts } from "#components/ui/localized-text.tsx";
import { TextComparison } from "#components/ui/text-comparison.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import styles from "./report-comparisons.module.css";

/** What changed in a text, word by word, in each language in which it did; the reader's own first. */
export function LocalizedComparison({ before, after, locale }: { before: Texts | null; after: Texts | null; locale: Locale }) {
  const t = useTranslations("ui.languages");
  const changed = [locale, ...locales.filter((other) => other !== locale)].filter((lang) => (before?.[lang] ?? "") !== (after?.[lang] ?? ""));
  return changed.map((lang) => (
    <div key={lang} className={styles.text}>
      {(lang !== locale || changed.length > 1) && <p className={styles.language}>{t(lang)}</p>}
      {paragraphs(before?.[lang] ?? "", after?.[lang] ?? "").map(([old, now], index) => <TextComparison key={index} before={old} after={now} lang={lang === locale ? undefined : lang} />)}
    </div>
  ));
}

/** Paragraph by paragraph where both texts have as many, so that each keeps its place; else in one. */
function paragraphs(before: string, after: string): [string, string][] {
  const [old, now] = [before, after].map((text) => text.split("\n\n"));
  if (!old || !now || old.length !== now.length) return [[before, after]];
  return old.map((text, index): [string, string] => [text, now[index] ?? ""]).filter(([text, next]) => text !== next);
}
