import { useTranslations } from "next-intl";
import { FactList } from "#components/ui/fact-list.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { defaultResponseDays, frequencies, requirements, standardsSource, type Requirement } from "#lib/comments/standards/schema.ts";
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

/** What OGP asks and what is counted here, for every requirement in one place. */
export function WhatCounts() {
  const t = useTranslations("standards");
  const facts = requirements.map((requirement) => ({
    label: `${requirement} ${t(`${keyOf(requirement)}.title`)}`,
    value: <><p>{t("asks")} {t(`${keyOf(requirement)}.asks`)}</p><p>{t("counted")} {t(`${keyOf(requirement)}.counts`, settings[requirement])}</p></>,
  }));
  return (
    <section aria-labelledby="counts">
      <SectionHeading id="counts">{t("counts")}</SectionHeading>
      <p className={styles.always}>{t("always")}</p>
      <FactList facts={facts} />
      <p className={styles.limits}>{t("limits")}</p>
      <p><a href={standardsSource} rel="noopener">{t("source")}</a></p>
    </section>
  );
}
