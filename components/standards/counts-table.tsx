import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { defaultResponseDays, frequencies, requirements, standardsSource, type Requirement } from "#lib/standards/schema.ts";
import { keyOf } from "./finding-words.ts";
import styles from "./standards.module.css";

/** The numbers that stand in what counts. */
const settings: Record<Requirement, Record<string, number>> = {
  "1.1": { months: frequencies.forumMonths },
  "2.1": {},
  "2.2": { needed: frequencies.repositoryUpdates },
  "4": { days: defaultResponseDays },
  "5.1": { needed: frequencies.resultsMeetings },
};

/** What OGP asks and what is counted here, for every requirement in one table. */
export function CountsTable() {
  const t = useTranslations("standards");
  const columns = [{ label: t("countsColumns.requirement") }, { label: t("countsColumns.asks") }, { label: t("countsColumns.counts") }];
  const rows = requirements.map((requirement) => ({ key: requirement, cells: [requirement, t(`${keyOf(requirement)}.asks`), t(`${keyOf(requirement)}.counts`, settings[requirement])] }));
  return (
    <section aria-labelledby="counts">
      <SectionHeading id="counts">{t("counts")}</SectionHeading>
      <p>{t("always")}</p>
      <Table caption={t("counts")} captionHidden columns={columns} rows={rows} />
      <p className={styles.limits}>{t("limits")}</p>
      <p><a href={standardsSource} rel="noopener">{t("source")}</a></p>
    </section>
  );
}
