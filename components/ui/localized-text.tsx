import type { ReactNode } from "react";
import { useTranslations, type Locale } from "next-intl";
import { NotStated } from "./not-stated.tsx";
import styles from "./localized-text.module.css";

/** A text per language, as the database keeps it. */
export type Texts = { readonly [L in Locale]?: string | undefined };

type Tag = "span" | "p" | "div" | "h1" | "h2" | "h3" | "h4" | "li" | "q" | "strong";

interface Props {
  value: Texts | null | undefined;
  locale: Locale;
  as?: Tag;
  className?: string;
  /** Say in words that the text exists in the other language only; on for block elements. */
  note?: boolean;
  /** Stands where no language has a text; "not stated" unless given. */
  empty?: ReactNode;
}

/** The text in the language asked for, else the one there is, with the language it is really in. */
export function pickText(value: Texts | null | undefined, locale: Locale): { text: string; lang: string } | null {
  const own = value?.[locale];
  if (own) return { text: own, lang: locale };
  const other = Object.entries(value ?? {}).find(([, text]) => text);
  return other?.[1] ? { text: other[1], lang: other[0] } : null;
}

/** One run of public text; falls back to the other language and says so to eyes, ears and hyphenation. */
export function LocalizedText({ value, locale, as: As = "span", className, note = As === "p" || As === "div", empty = <NotStated /> }: Props) {
  const picked = pickText(value, locale);
  if (!picked) return <As className={className}>{empty}</As>;
  const foreign = picked.lang !== locale;
  return (
    <As className={className} lang={foreign && !note ? picked.lang : undefined}>
      {foreign && note ? <span lang={picked.lang}>{picked.text}</span> : picked.text}
      {foreign && note && <OnlyIn language={picked.lang} />}
    </As>
  );
}

/** Public text of several paragraphs, which are set apart by blank lines in the value. */
export function LocalizedParagraphs({ value, locale, className, empty = <NotStated /> }: Omit<Props, "as" | "note">) {
  const picked = pickText(value, locale);
  if (!picked) return <p className={className}>{empty}</p>;
  const foreign = picked.lang !== locale;
  const paragraphs = picked.text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  return (
    <div className={className}>
      <div className={styles.paragraphs} lang={foreign ? picked.lang : undefined}>
        {paragraphs.map((paragraph, index) => <p key={index}>{paragraph}</p>)}
      </div>
      {foreign && <OnlyIn language={picked.lang} />}
    </div>
  );
}

/** "in Georgian only": under a text that is shown in the language it has. */
export function OnlyIn({ language }: { language: string }) {
  const t = useTranslations("ui.onlyIn");
  return <small className={styles.note}>{t(language)}</small>;
}
