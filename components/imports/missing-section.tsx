import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ImportPreview } from "#lib/imports/queries.ts";
import { entityWord } from "./preview-summary.tsx";
import styles from "./imports.module.css";

interface Props {
  preview: ImportPreview;
  removes: boolean;
  /** Addresses of the preview with either choice. */
  hrefs: { keep: string; remove: string };
  locale: Locale;
}

/** What the plan has and the file has not: kept, unless the person says that it goes. */
export function MissingSection({ preview: { missing, amends, vocabulary }, removes, hrefs, locale }: Props) {
  const t = useTranslations("imports.preview");
  if (missing.length === 0) return null;
  const goes = amends ? t("missingGoesAdopted") : t("missingGoes");
  return (
    <section aria-labelledby="missing" className={styles.missing}>
      <SectionHeading id="missing">{t("missing", { count: missing.length })}</SectionHeading>
      <p>{removes ? goes : t("missingKept")}</p>
      <p className={styles.choice}>
        {removes ? <Link href={`${hrefs.keep}#missing`}>{t("keep")}</Link> : <strong>{t("keep")}</strong>}
        {removes ? <strong>{t("remove")}</strong> : <Link href={`${hrefs.remove}#missing`}>{t("remove")}</Link>}
      </p>
      <Disclosure summary={t("missing", { count: missing.length })} open={missing.length <= 20}>
        <ul>
          {missing.slice(0, 500).map(({ id, entity, number, title }) => (
            <li key={id}>{t(`entities.${entityWord(entity, vocabulary)}`)}: {number} <LocalizedText value={title} locale={locale} empty={t("untitled")} /></li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
