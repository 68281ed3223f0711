import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { locales } from "#lib/record/localized/schema.ts";

/** The filled example, in each language and format in which people write. */
export function ExampleLinks() {
  const t = useTranslations("imports");
  return (
    <section aria-labelledby="examples">
      <SectionHeading id="examples">{t("new.examples")}</SectionHeading>
      <p>{t("new.examplesLead")}</p>
      <ul>
        {(["xlsx", "csv"] as const).flatMap((format) => locales.map((language) => (
          <li key={`${format} ${language}`}><a href={`/api/imports/example/${format}?locale=${language}`} download>{t("new.exampleIn", { format: t(`format.${format}`), language })}</a></li>
        )))}
        <li><a href="/api/imports/example/json" download>{t("format.json")}</a></li>
      </ul>
    </section>
  );
}
