import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { isBlank, type Localized } from "#lib/record/localized/schema.ts";

/** Where the record was taken from and what the source leaves open. */
export function SourceSection({ note, locale }: { note: Localized | null; locale: Locale }) {
  const t = useTranslations("plans");
  if (isBlank(note)) return null;
  return (
    <section aria-labelledby="source">
      <SectionHeading id="source">{t("source")}</SectionHeading>
      <LocalizedParagraphs value={note} locale={locale} />
    </section>
  );
}
