import { useTranslations, type Locale } from "next-intl";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { OpenedLink } from "#lib/boards/reporting-links/queries.ts";
import type { LinkFault } from "#lib/boards/reporting-links/rules.ts";

interface Props {
  /** `left`: the person closed the form; `closedHere`: this browser has not opened the link, or no longer. */
  fault: LinkFault | "left" | "closedHere";
  link: OpenedLink | null;
  locale: Locale;
}

/** A link that opens nothing: why, what is kept, and what to do. */
export function LinkEnded({ fault, link, locale }: Props) {
  const t = useTranslations("links.ended");
  const values = { secretariat: pickText(link?.secretariatName, locale)?.text ?? t("secretariat"), by: link?.createdByName ?? "" };
  return (
    <>
      <PageHeading title={t(`${fault}.title`)} />
      <p>{t(`${fault}.text`, values)}</p>
    </>
  );
}
