import type { Locale } from "next-intl";
import type { ReactNode } from "react";
import { OnlyIn } from "#components/ui/localized-text.tsx";
import { NotStated } from "#components/ui/not-stated.tsx";
import { localizeRichText, withoutUnsafe } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { RichTextBlocks } from "./rich-text-blocks.tsx";
import styles from "./rich-text.module.css";

interface Props {
  value: LocalizedRichText | null | undefined;
  locale: Locale;
  /** The level of the heading that the text stands under; its own headings are below it. */
  under?: 1 | 2 | 3 | 4;
  /** Stands where no language has a text; "not stated" unless given. */
  empty?: ReactNode;
}

/** A rich text in the language asked for, else the one there is, with the language it is really in. What is unsafe is left out again. */
export function RichTextView({ value, locale, under = 2, empty = <NotStated /> }: Props) {
  const picked = localizeRichText({ ka: withoutUnsafe(value?.ka) ?? undefined, en: withoutUnsafe(value?.en) ?? undefined }, locale);
  if (!picked) return <p>{empty}</p>;
  const foreign = picked.lang !== locale;
  return (
    <div className={styles.text}>
      <div lang={foreign ? picked.lang : undefined} className={styles.blocks}><RichTextBlocks text={picked.text} under={under} /></div>
      {foreign && <OnlyIn language={picked.lang} />}
    </div>
  );
}
