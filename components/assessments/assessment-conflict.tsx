"use client";

import { useTranslations, type Locale } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { irmOfDraft } from "#lib/assessments/rules.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import { IrmFacts } from "./irm-facts.tsx";

type Draft = NonNullable<AssessmentForm["draft"]>;

interface Props {
  draft: Draft;
  grades: AssessmentForm["grades"];
  irm: AssessmentForm["irm"];
  locale: Locale;
  onKeep: (draft: Draft) => void;
  onLoad: (draft: Draft) => void;
}

/** A colleague was faster: what they saved, and the choice whose it is to be. Nothing typed is lost. */
export function AssessmentConflict({ draft, grades, irm, locale, onKeep, onLoad }: Props) {
  const t = useTranslations("assessments.conflict");
  const grade = grades.find(({ id }) => id === draft.gradeId);
  return (
    <Notice tone="warning" live title={t("title", { name: draft.savedBy })}>
      <p>{t("text", { at: formatDateTime(draft.savedAt, locale) })}</p>
      {grade && <FulfilmentBar grade={grade} of={grades.length} locale={locale} />}
      <IrmFacts irm={irmOfDraft(draft.irm, irm)} locale={locale} />
      {draft.narrative && <LocalizedParagraphs value={draft.narrative} locale={locale} />}
      <FormActions>
        <Button type="button" tone="plain" onClick={() => onKeep(draft)}>{t("keep")}</Button>
        <Button type="button" tone="plain" onClick={() => onLoad(draft)}>{t("load")}</Button>
      </FormActions>
    </Notice>
  );
}
