"use client";

import { useTranslations, type Locale } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import styles from "./reports.module.css";

export type OtherTexts = Pick<ReportForComposer, "version" | "texts">;

/** A colleague was faster: their words, and the choice whose are to stand. */
export function ReportConflict({ theirs, locale, onKeep, onLoad }: { theirs: OtherTexts; locale: Locale; onKeep: () => void; onLoad: () => void }) {
  const [t, names] = [useTranslations("reports.workspace.conflict"), useTranslations("reports.workspace.texts")];
  return (
    <Notice tone="warning" live title={t("title")}>
      <p>{t("text")}</p>
      {(["title"] as const).map((name) => (
        <div key={name}>
          <p className={styles.label}>{names(name)}</p>
          <LocalizedParagraphs value={theirs.texts[name]} locale={locale} />
        </div>
      ))}
      <FormActions>
        <Button type="button" tone="plain" onClick={onKeep}>{t("keep")}</Button>
        <Button type="button" tone="plain" onClick={onLoad}>{t("load")}</Button>
      </FormActions>
    </Notice>
  );
}
