import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import { Counter } from "./counter.tsx";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";

type Props = FieldWords & Omit<ComponentProps<"textarea">, "name"> & {
  name: string;
  /** The most characters that will be taken; said before and counted while typing, never cut off. */
  limit?: number | undefined;
};

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, id, limit, className, ...area }: Props) {
  const own = id ?? area.name;
  const locale = useLocale();
  const t = useTranslations("forms");
  const words = limit ? <>{hint} {t("limit", { limit: formatNumber(limit, locale) })}</> : hint;
  return (
    <Field id={own} label={label} hint={words} error={error} optional={optional}>
      <textarea rows={5} {...area} {...wiring(own, { hint: words, error })} className={[styles.control, className].filter(Boolean).join(" ")} />
      {limit && <Counter control={own} limit={limit} />}
    </Field>
  );
}
