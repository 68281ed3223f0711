import { useTranslations, type Locale } from "next-intl";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";

/** "2 months past its term of October 2018"; a sentence, never a colour alone. */
export function OverdueText({ overdue, locale }: { overdue: { due: string; months: number }; locale: Locale }) {
  const t = useTranslations("status");
  return t("overdue", { months: overdue.months, due: formatPartialDate(overdue.due, locale) });
}
