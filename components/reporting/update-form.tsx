"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch, type UseFormRegister } from "react-hook-form";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { UpdateForm as UpdateFormData } from "#lib/reporting/queries.ts";
import { needsReasons, needsResult } from "#lib/reporting/rules.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";
import { EvidenceField } from "#components/evidence/evidence-field.tsx";
import { Checkbox } from "#components/forms/checkbox.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { Button } from "#components/ui/button.tsx";
import { ActualFields } from "./actual-fields.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { ProgressMark } from "./progress-mark.tsx";
import styles from "./reporting.module.css";
import { valuesOf } from "./update-values.ts";
import { useUpdateForm } from "./use-update-form.ts";

/** The coordinator's form: where it stands, what was done, why not, and the proof. `now` decides what is overdue. */
export function UpdateForm({ data, now }: { data: UpdateFormData; now: Date }) {
  const t = useTranslations("reporting.form");
  const locale = useLocale();
  const { subject } = data;
  const { form, items, changeItems, errors, code, conflict, dirty, saving, savedAt, save, submit, keepMine, loadTheirs } = useUpdateForm(data, now);
  const { register, control } = form;
  // In the page as it arrives, too: nobody should see an empty form before the scripts are there.
  const first = valuesOf(subject, data.working);
  const said = { progress: useWatch({ control, name: "progress" }), noProgress: useWatch({ control, name: "noProgress" }) };
  const reasons = useWatch({ control, name: "reasons" });
  const why = needsReasons(said, subject.due, now);
  const labels = useFieldNames(subject.indicators.length, items.length);
  const days = { from: formatDate(subject.period.startsOn, locale), to: formatDate(subject.period.endsOn, locale) };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <FormColumn>
        {conflict && <ConflictNotice conflict={conflict} onLoad={loadTheirs} onKeep={keepMine} />}
        <ErrorSummary errors={anchored(errors)} labels={labels} code={conflict ? undefined : code} />
        <RadioGroup
          name="progress" legend={t("progress")} hint={t("progressHint")} error={errors.progress} registration={register("progress")} defaultValue={first.progress ?? ""}
          options={subject.reachable.map((value) => ({ value, label: <ProgressMark progress={value} locale={locale} /> }))}
        />
        <Checkbox {...register("noProgress")} defaultChecked={first.noProgress} label={t("noProgress")} hint={t("noProgressHint", days)} error={errors.noProgress} />
        <Words name="result" rows={5} hint={t("resultHint")} optional={!needsResult(said)} first={first.result} register={register} errors={errors} />
        {(why || reasons.ka || reasons.en) && (
          <Words name="reasons" rows={4} hint={<>{t("reasonsHint")} {why && t("reasonsNeeded")}</>} optional={!why} first={first.reasons} register={register} errors={errors} />
        )}
        <ActualFields indicators={subject.indicators} first={first.actuals} register={register} errors={errors} />
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t("evidence")}</legend>
          <p className={styles.soft}>{t("evidenceHint")}</p>
          <EvidenceField organisationId={subject.leadOrganisationId} items={items} onChange={changeItems} sources={subject.sources} errors={errors} />
        </fieldset>
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("submit")}</Button>
        <Button type="button" tone="plain" aria-disabled={saving} onClick={() => void save()}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={conflict ? undefined : code} />
      </FormActions>
    </form>
  );
}

interface WordsProps {
  name: "result" | "reasons";
  rows: number;
  hint: ReactNode;
  optional: boolean;
  first: { ka?: string | undefined; en?: string | undefined };
  register: UseFormRegister<UpdateFormValues>;
  errors: Readonly<Record<string, string>>;
}

/** What was done, or why not, in every language. */
function Words({ name, first, register, errors, ...field }: WordsProps) {
  const t = useTranslations("reporting.form");
  return (
    <LocalizedField
      {...field} name={name} defaultValue={first} multiline label={t(name)} error={errors[name]}
      errors={{ ka: errors[`${name}.ka`], en: errors[`${name}.en`] }} register={(language) => register(`${name}.${language}`)}
    />
  );
}

/** A group's own error leads to its first field. */
function anchored(errors: Readonly<Record<string, string>>): Record<string, string> {
  const first: Record<string, string> = { result: "result.ka", reasons: "reasons.ka" };
  return Object.fromEntries(Object.entries(errors).map(([path, message]) => [first[path] ?? path, message]));
}

function useFieldNames(indicators: number, pieces: number): Record<string, string> {
  const t = useTranslations("reporting.form");
  const many = (count: number, path: (index: number) => string, name: string) => Array.from({ length: count }, (_, index) => [path(index), name] as const);
  return {
    progress: t("progress"), noProgress: t("noProgress"), "result.ka": t("result"), "result.en": t("result"),
    "reasons.ka": t("reasons"), "reasons.en": t("reasons"), evidence: t("evidence"),
    ...Object.fromEntries(many(indicators, (index) => `actuals.${index}.value`, t("actuals"))),
    ...Object.fromEntries(many(pieces, (index) => `evidence.${index}.verificationSourceId`, t("evidence"))),
  };
}
