import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { DifferencePage } from "#lib/assessments/differences/queries.ts";
import styles from "./differences.module.css";

/** How much was held against each other, how much of it says the same, and what could not be compared and why. */
export function ComparedNote({ found }: { found: DifferencePage }) {
  const t = useTranslations("differences");
  const { compared, alike, uncompared } = found;
  const left = uncompared.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.note}>
      {compared + left > 0 && <p>{t("compared", { count: compared, alike })}</p>}
      {left > 0 && (
        <>
          <p>{t("uncompared", { count: left })}</p>
          <ul className={styles.reasons}>
            {uncompared.map(({ reason, count }) => <li key={reason}>{t(`reasons.${reason}`, { count })}</li>)}
          </ul>
        </>
      )}
      <p>{t.rich("how", { link: (words) => <Link href="/scales">{words}</Link> })}</p>
    </div>
  );
}
