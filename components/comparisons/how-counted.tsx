import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Comparison } from "#lib/figures/comparisons/schema.ts";
import styles from "./comparisons.module.css";

const explained = ["counted", "progress", "overdue", "fulfilment", "independent", "answers", "evidence", "apart"] as const;

/** How each number is made, so that anybody can make it again. */
export function HowCounted({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("comparisons.how");
  const { by, of } = comparison;
  return (
    <section aria-labelledby="how" className={styles.how}>
      <SectionHeading id="how">{t("title")}</SectionHeading>
      <dl>
        {explained.map((key) => (
          <div key={key}>
            <dt>{t(`${key}.term`)}</dt>
            <dd>{t(`${key}.text`, { by, of })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
