"use client";

import { useTranslations, type Locale } from "next-intl";
import type { UseFormRegister } from "react-hook-form";
import { Select } from "#components/forms/select.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { AssessmentForm } from "#lib/assessments/queries.ts";
import { irmAxes, type AssessmentFormValues } from "#lib/assessments/schema.ts";
import styles from "./assessments.module.css";

interface Props {
  scales: NonNullable<AssessmentForm["irm"]>;
  register: UseFormRegister<AssessmentFormValues>;
  errors: Readonly<Record<string, string>>;
  locale: Locale;
}

/** IRM's four scales, each to be judged by or left out. */
export function IrmFields({ scales, register, errors, locale }: Props) {
  const t = useTranslations("assessments.irm");
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t("title")}</legend>
      <p className={styles.soft}>{t("hint")}</p>
      {irmAxes.map((axis) => (
        <Select
          key={axis} label={t(axis)} hint={t(`hints.${axis}`)} placeholder={t("notJudged")} error={errors[`irm.${axis}`]}
          options={scales[axis].map(({ code, label }) => ({ value: code, label: pickText(label, locale)?.text ?? code }))} {...register(`irm.${axis}`)}
        />
      ))}
    </fieldset>
  );
}
