import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import { packAddress, reportFileAddress, snapshotAddress, snapshotSchemaAddress } from "#lib/reports/files/rules.ts";
import { reportFileFormats } from "#lib/reports/files/schema.ts";
import styles from "./report-downloads.module.css";

interface Props {
  slug: string;
  /** Which version is downloaded. */
  version: number;
  locale: Locale;
}

/** Everything that a version can be taken home as: each file by what it is for, in each language that it exists in. */
export function ReportDownloads({ slug, version, locale }: Props) {
  const t = useTranslations("report-downloads");
  const inLanguages = [locale, ...locales.filter((other) => other !== locale)];
  const files = [
    ...reportFileFormats.map((format) => ({ format, links: inLanguages.map((language) => ({ language, href: reportFileAddress(slug, version, format, language) })) })),
    { format: "json" as const, links: [{ language: "both" as const, href: snapshotAddress(slug, version) }, { language: "schema" as const, href: snapshotSchemaAddress }] },
    { format: "pack" as const, links: [{ language: "both" as const, href: packAddress(slug, version) }] },
  ];
  return (
    <section aria-labelledby="downloads" data-screen-only>
      <SectionHeading id="downloads">{t("heading")}</SectionHeading>
      <p>{t("lead")}</p>
      <ul role="list" className={styles.files}>
        {files.map(({ format, links }) => (
          <li key={format}>
            <p className={styles.name}>{t(`formats.${format}.name`)}</p>
            <p className={styles.about}>{t(`formats.${format}.about`)}</p>
            <p className={styles.links}>
              {links.map(({ language, href }) => (
                <a key={language} href={href} download hrefLang={locales.find((known) => known === language)} aria-label={t("file", { name: t(`formats.${format}.name`), language: t(`language.${language}`) })}>
                  {t(`language.${language}`)}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
