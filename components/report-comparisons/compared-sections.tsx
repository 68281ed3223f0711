import { useTranslations, type Locale } from "next-intl";
import { nameOfSection } from "#components/reports/section-name.ts";
import { anchorOfSection } from "#components/reports/anchor.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ReportComparison } from "#lib/reports/comparisons/schema.ts";
import { LocalizedComparison } from "./localized-comparison.tsx";
import styles from "./report-comparisons.module.css";

/** The report's own words: its title, its sections, their order. */
export function ComparedSections({ comparison: { title, sections, order }, locale }: { comparison: ReportComparison; locale: Locale }) {
  const [t, names] = [useTranslations("report-comparisons"), useTranslations("reports.sections")];
  return (
    <>
      <SectionHeading id="texts">{t("texts")}</SectionHeading>
      {!title && !order && sections.length === 0 && <p className={styles.soft}>{t("textsSame")}</p>}
      {title && (
        <>
          <SectionHeading id="report-title" level={3}>{t("reportTitle")}</SectionHeading>
          <LocalizedComparison before={title.before} after={title.after} locale={locale} />
        </>
      )}
      {sections.map(({ section, state, heading, body }) => (
        <section key={section.key}>
          <SectionHeading id={anchorOfSection(section)} level={3} note={state === "changed" ? undefined : t(`state.${state}`)}>{nameOfSection(section, locale, names)}</SectionHeading>
          {state === "changed" && heading && <LocalizedComparison before={heading.before} after={heading.after} locale={locale} />}
          {body && <LocalizedComparison before={body.before} after={body.after} locale={locale} />}
          {body && same(body) && <p className={styles.soft}>{t("form")}</p>}
        </section>
      ))}
      {order && (
        <>
          <SectionHeading id="order" level={3}>{t("order")}</SectionHeading>
          <p>{t("was")} {order.before.map((section) => nameOfSection(section, locale, names)).join(" → ")}</p>
          <p>{t("is")} {order.after.map((section) => nameOfSection(section, locale, names)).join(" → ")}</p>
        </>
      )}
    </>
  );
}

/** The words are the same: a list became paragraphs, or a word bold. */
function same({ before, after }: { before: object | null; after: object | null }): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
