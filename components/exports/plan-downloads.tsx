import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { workbookFormats } from "#lib/imports/workbooks/schema.ts";

/** The whole plan as a file, in each format; headings are in the reader's language. */
export function PlanDownloads({ slug, locale }: { slug: string; locale: Locale }) {
  const t = useTranslations("imports.downloads");
  return (
    <section aria-labelledby="files">
      <SectionHeading id="files">{t("heading")}</SectionHeading>
      <p>{t("lead")}</p>
      <ul>
        {workbookFormats.map((format) => <li key={format}><a href={`/api/plans/${slug}/file/${format}?locale=${locale}`} rel="nofollow" download>{t(format)}</a></li>)}
      </ul>
    </section>
  );
}
