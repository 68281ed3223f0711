import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { ImportPreview } from "#lib/imports/queries.ts";
import { namesDiffer } from "#lib/imports/plan-entries/rules.ts";

/** Organisations that are new, and those that were recognised although they are called otherwise. */
export function OrganisationNotes({ organisations, locale }: Pick<ImportPreview, "organisations"> & { locale: Locale }) {
  const t = useTranslations("imports.preview");
  const words = (name: ImportPreview["organisations"][number]["name"]) => pickText(name, locale)?.text ?? "";
  const added = organisations.filter(({ known }) => !known);
  const alike = organisations.flatMap(({ key, name, known, by }) => (known && by === "name" ? [{ key, file: words(name), known: words(known.name) }] : []));
  const renamed = organisations.flatMap(({ key, name, known, by }) => (known && by === "key" && namesDiffer(name, known.name) ? [{ key, file: words(name), known: words(known.name) }] : []));
  return (
    <>
      {added.length > 0 && (
        <section aria-labelledby="organisations">
          <SectionHeading id="organisations">{t("organisations", { count: added.length })}</SectionHeading>
          <p>{t("organisationsLead")}</p>
          <ul>{added.map(({ key, name }) => <li key={key}><LocalizedText value={name} locale={locale} /></li>)}</ul>
        </section>
      )}
      {alike.length > 0 && (
        <section aria-labelledby="same-names">
          <SectionHeading id="same-names">{t("sameNames")}</SectionHeading>
          <ul>{alike.map(({ key, file, known }) => <li key={key}>{t("sameName", { file, known })}</li>)}</ul>
        </section>
      )}
      {renamed.length > 0 && (
        <section aria-labelledby="renamed">
          <SectionHeading id="renamed">{t("renamed")}</SectionHeading>
          <ul>{renamed.map(({ key, file, known }) => <li key={key}>{t("renamedName", { file, known })}</li>)}</ul>
        </section>
      )}
    </>
  );
}
