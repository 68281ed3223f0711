"use client";

import { useTranslations, type Locale } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { RichTextView } from "#components/rich-text/rich-text-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import type { WrittenSection } from "#lib/reports/sections/queries.ts";
import styles from "./composer.module.css";

interface Props {
  /** Null: a colleague removed the section. */
  theirs: WrittenSection | null;
  locale: Locale;
  onKeep: () => void;
  onTake: () => void;
}

/** A colleague was faster: their words above one's own, which are still in the editors, and the choice whose are to stand. */
export function SectionConflict({ theirs, locale, onKeep, onTake }: Props) {
  const [t, languages] = [useTranslations("report-sections.conflict"), useTranslations("forms.inLanguage")];
  if (!theirs) return <Notice tone="warning" live title={t("removedTitle")}><p>{t("removed")}</p></Notice>;
  return (
    <Notice tone="warning" live title={t("title", { by: theirs.savedBy, at: formatDateTime(theirs.savedAt, locale) })}>
      <p>{t("text")}</p>
      {theirs.heading && <p><strong><LocalizedText value={theirs.heading} locale={locale} /></strong></p>}
      <div className={styles.languages}>
        {locales.map((lang) => (
          <div key={lang} className={styles.theirs}>
            <p className={styles.label}>{languages(lang)}</p>
            <div lang={lang}><RichTextView value={{ [lang]: theirs.body?.[lang] }} locale={lang} under={4} empty={t("nothing")} /></div>
          </div>
        ))}
      </div>
      <FormActions>
        <Button type="button" tone="plain" onClick={onKeep}>{t("keep")}</Button>
        <Button type="button" tone="plain" onClick={onTake}>{t("take")}</Button>
      </FormActions>
    </Notice>
  );
}
