import { useTranslations, type Locale } from "next-intl";
import { FactList } from "#components/ui/fact-list.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import type { OpenedLink } from "#lib/boards/reporting-links/queries.ts";

/** Who asks, for which organisation, period and plan, and until when the link works. */
export function LinkFacts({ link, locale }: { link: OpenedLink; locale: Locale }) {
  const t = useTranslations("links.facts");
  return (
    <FactList
      facts={[
        { label: t("organisation"), value: <LocalizedText value={link.organisation.name} locale={locale} /> },
        { label: t("plan"), value: <LocalizedText value={link.planTitle} locale={locale} /> },
        { label: t("period"), value: <LocalizedText value={link.period.label} locale={locale} /> },
        { label: t("askedBy"), value: <><LocalizedText value={link.secretariatName} locale={locale} /> ({link.createdByName})</> },
        { label: t("due"), value: link.period.dueOn && formatDate(link.period.dueOn, locale) },
        { label: t("until"), value: formatDateTime(link.expiresAt, locale) },
      ]}
    />
  );
}
