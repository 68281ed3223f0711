import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";

/** Under which licence the data is given out. */
export function LicenceSection({ licence }: { licence: { name: string; url: string } }) {
  const t = useTranslations("open-data.data");
  return (
    <section aria-labelledby="licence">
      <SectionHeading id="licence">{t("licenceTitle")}</SectionHeading>
      <p>{t.rich("licence", { name: licence.name, link: (name) => <a href={licence.url} rel="license">{name}</a> })}</p>
    </section>
  );
}
