"use client";

import { useLocale, useTranslations } from "next-intl";
import type { UseFormRegister } from "react-hook-form";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import styles from "./reporting.module.css";

interface Props {
  indicators: ReportedSubject["indicators"];
  /** What the fields hold at first. */
  first: UpdateFormValues["actuals"];
  register: UseFormRegister<UpdateFormValues>;
  /** Before the ids of its controls. */
  prefix: string;
  errors: Readonly<Record<string, string>>;
}

/** Where each indicator stands now; the number only where the plan gives one to compare with. */
export function ActualFields({ indicators, first, register, prefix, errors }: Props) {
  const t = useTranslations("reporting.form");
  const locale = useLocale();
  if (indicators.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t("actuals")}</legend>
      <p className={styles.soft}>{t("actualsHint")}</p>
      {indicators.map((indicator, index) => {
        const unit = pickText(indicator.unit, locale)?.text ?? "";
        const known = (["baseline", "target"] as const).flatMap((which) => {
          const value = indicator[which];
          return value === null ? [] : [t(which, { value: `${formatNumber(value, locale, 6)} ${unit}`.trim() })];
        });
        return (
          <div key={indicator.id} className={styles.indicator}>
            <p><LocalizedText value={indicator.text} locale={locale} /> {known.length > 0 && <span className={styles.soft}>({known.join(", ")})</span>}</p>
            {known.length > 0 && (
              <TextInput {...register(`actuals.${index}.value`)} id={`${prefix}actuals.${index}.value`} defaultValue={first[index]?.value ?? ""} inputMode="decimal" label={unit ? `${t("actualValue")} (${unit})` : t("actualValue")} optional error={errors[`actuals.${index}.value`]} />
            )}
            <LocalizedField
              id={`${prefix}actuals.${index}.text`} name={`actuals.${index}.text`} label={t("actualText")} defaultValue={first[index]?.text} optional error={errors[`actuals.${index}.text`]}
              register={(language) => register(`actuals.${index}.text.${language}`)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
