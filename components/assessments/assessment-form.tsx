"use client";

import { useLocale, useTranslations } from "next-intl";
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
import { irmAxes } from "#lib/assessments/schema.ts";
import { AssessmentConflict } from "./assessment-conflict.tsx";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import { IrmFields } from "./irm-fields.tsx";
import styles from "./assessments.module.css";
import { useAssessmentForm } from "./use-assessment-form.ts";

/**
 * One assessor's judgement: a grade of the plan's own scale, for a monitor also IRM's scales, why, and what shows it. The
 * Secretariat publishes from here; a monitor looks at it once more as the public will see it.
 */
export function AssessmentForm({ data }: { data: AssessmentFormData }) {
  const t = useTranslations("assessments.form");
  const irmWords = useTranslations("assessments.irm");
  const locale = useLocale();
  const { element, register, errors, code, submit, press, saving, savedAt, dirty, items, changeItems, theirs, keepMine, loadTheirs } = useAssessmentForm(data);
  const { grades, irm, owner, published } = data;
  const options = grades.map((grade) => ({ value: grade.id, label: <FulfilmentBar grade={grade} of={grades.length} locale={locale} /> }));
  const labels = { gradeId: t("grade"), "narrative.ka": t("narrative"), "narrative.en": t("narrative"), narrative: t("narrative"), ...Object.fromEntries(irmAxes.map((axis) => [`irm.${axis}`, irmWords(axis)])) };
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        {theirs && <AssessmentConflict draft={theirs} grades={grades} irm={irm} locale={locale} onKeep={keepMine} onLoad={loadTheirs} />}
        <ErrorSummary errors={errors} labels={labels} code={theirs ? undefined : code} />
        <RadioGroup
          name="gradeId" legend={t("grade")} hint={t("gradeHint")} optional={irm !== null} error={errors.gradeId} registration={register("gradeId")}
          options={irm ? [...options, { value: "", label: t("gradeNone") }] : options}
        />
        {irm && <IrmFields scales={irm} register={register} errors={errors} locale={locale} />}
        <LocalizedField
          name="narrative" label={t("narrative")} hint={t("narrativeHint")} optional={irm === null} multiline rows={8} error={errors.narrative}
          errors={{ ka: errors["narrative.ka"], en: errors["narrative.en"] }} register={(language) => register(`narrative.${language}`)}
        />
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t("evidence")}</legend>
          <EvidenceField doors={doorsWithAccount} organisationId={owner.organisationId} items={items} onChange={changeItems} sources={[]} errors={errors} />
        </fieldset>
      </FormColumn>
      <FormActions>
        {irm
          ? <Button type="button" aria-disabled={saving} onClick={press("check")}>{t("check")}</Button>
          : <AskedButton label={t("publish")} question={t(published ? "questionAgain" : "question")} yes={t("yes")} no={t("no")} running={saving} onYes={press("publish")} tone="primary" />}
        <Button type="button" tone="plain" aria-disabled={saving} onClick={press("save")}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={theirs ? undefined : code} />
      </FormActions>
    </form>
  );
}
