import { useTranslations, type Locale } from "next-intl";
import { formatPartialDate, formatTerm } from "#lib/platform/i18n/formats.ts";
import { NotStated } from "./not-stated.tsx";

/** From when till when, in words; an end that is not stated is left out by name. */
export function TermText({ term, locale }: { term: { startsOn: string | null; endsOn: string | null }; locale: Locale }) {
  const t = useTranslations("ui.term");
  const whole = formatTerm(term, locale);
  if (whole) return whole;
  if (term.startsOn) return t("from", { date: formatPartialDate(term.startsOn, locale) });
  if (term.endsOn) return t("until", { date: formatPartialDate(term.endsOn, locale) });
  return <NotStated />;
}
