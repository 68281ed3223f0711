"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegister } from "react-hook-form";
import type { EvidenceDoors } from "#components/evidence/evidence-doors.ts";
import { EvidenceField } from "#components/evidence/evidence-field.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { ActualFields } from "#components/reporting/actual-fields.tsx";
import styles from "#components/reporting/reporting.module.css";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { needsResult, type ReasonsFor } from "#lib/reporting/rules.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";
import type { DraftKeeper, KeeperView } from "./draft-keeper.ts";

interface Props {
  prefix: string;
  subject: ReportedSubject;
  first: UpdateFormValues;
  values: UpdateFormValues;
  view: KeeperView;
  why: ReasonsFor | null;
  register: UseFormRegister<UpdateFormValues>;
  keeper: DraftKeeper;
  doors: EvidenceDoors;
}

const said = (texts: { ka?: string | undefined; en?: string | undefined }) => Boolean(texts.ka || texts.en);

/** What was done, why not, the indicators and the proof; as much of it as the choice above asks for, and whatever was typed already. */
export function SubjectFields({ prefix, subject, first, values, view, why, register, keeper, doors }: Props) {
  const t = useTranslations("reporting");
  const nothing = values.noProgress;
  const words = (name: "result" | "reasons") => ({
    id: `${prefix}${name}`, name, multiline: true, defaultValue: first[name], label: t(`form.${name}`), error: view.errors[name],
    errors: { ka: view.errors[`${name}.ka`], en: view.errors[`${name}.en`] }, register: (language: "ka" | "en") => register(`${name}.${language}`),
  });
  return (
    <>
      {(!nothing || said(values.result)) && <LocalizedField {...words("result")} rows={4} hint={t("form.resultHint")} optional={!needsResult(values)} />}
      {(why || said(values.reasons)) && <LocalizedField {...words("reasons")} rows={3} hint={why ? t(`screen.why.${why}`) : t("form.reasonsHint")} optional={!why} />}
      {(!nothing || values.actuals.some(({ value, text }) => value || said(text))) && <ActualFields indicators={subject.indicators} first={first.actuals} register={register} prefix={prefix} errors={view.errors} />}
      {(!nothing || view.items.length > 0) && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t("form.evidence")}</legend>
          <p className={styles.soft}>{t("form.evidenceHint")}</p>
          <EvidenceField doors={doors} prefix={prefix} organisationId={subject.leadOrganisationId} items={view.items} onChange={(change) => keeper.changeItems(change)} sources={subject.sources} errors={view.errors} />
        </fieldset>
      )}
    </>
  );
}
