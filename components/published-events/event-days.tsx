import { useTranslations, type Locale } from "next-intl";
import { formatTerm } from "#lib/platform/i18n/formats.ts";

/** The day or the days of an event; said where no source states one. */
export function EventDays({ event, locale }: { event: { startsOn: string | null; endsOn: string | null }; locale: Locale }) {
  const t = useTranslations("process-public");
  const { startsOn, endsOn } = event;
  return formatTerm({ startsOn, endsOn: endsOn ?? startsOn }, locale) ?? t("noDay");
}
