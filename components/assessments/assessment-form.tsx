"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { doorsWithAccount } from "#components/evidence/evidence-doors.ts";
import { EvidenceField } from "#components/evidence/evidence-field.tsx";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AssessmentForm as AssessmentFormData } from "#lib/assessments/queries.ts";
import { AssessmentConflict } from "./assessment-conflict.tsx";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import styles from "./assessments.module.css";
import { useAssessmentForm } from "./use-assessment-form.ts";

/** The Secretariat's judgement: a grade of the plan's own scale, why, and what shows it. */
export function AssessmentForm({ data }: { data: AssessmentFormData }) {
  const t = useTranslations("assessments.form");
  const locale = useLocale();
  const element = useRef<HTMLFormElement>(null);
  const { register, errors, code, submit, saving, savedAt, dirty, items, changeItems, choose, theirs, keepMine, loadTheirs } = useAssessmentForm(data);
  const { grades, subject, published } = data;
  const send = (publish: boolean) => () => {
    choose(publish);
    element.current?.requestSubmit();
  };
  const options = grades.map((grade) => ({ value: grade.id, label: <FulfilmentBar grade={grade} of={grades.length} locale={locale} /> }));
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        {theirs && <AssessmentConflict draft={theirs} grades={grades} locale={locale} onKeep={keepMine} onLoad={loadTheirs} />}
        <ErrorSummary errors={errors} labels={{ gradeId: t("grade"), "narrative.ka": t("narrative"), "narrative.en": t("narrative") }} code={theirs ? undefined : code} />
        <RadioGroup name="gradeId" legend={t("grade")} hint={t("gradeHint")} options={options} error={errors.gradeId} registration={register("gradeId")} />
        <LocalizedField
          name="narrative" label={t("narrative")} hint={t("narrativeHint")} optional multiline rows={8} error={errors.narrative}
          errors={{ ka: errors["narrative.ka"], en: errors["narrative.en"] }} register={(language) => register(`narrative.${language}`)}
        />
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t("evidence")}</legend>
          <EvidenceField doors={doorsWithAccount} organisationId={subject.plan.secretariatId} items={items} onChange={changeItems} sources={[]} errors={errors} />
        </fieldset>
      </FormColumn>
      <FormActions>
        <AskedButton label={t("publish")} question={t(published ? "questionAgain" : "question")} yes={t("yes")} no={t("no")} running={saving} onYes={send(true)} tone="primary" />
        <Button type="button" tone="plain" aria-disabled={saving} onClick={send(false)}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={theirs ? undefined : code} />
      </FormActions>
    </form>
  );
}
