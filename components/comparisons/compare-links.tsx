import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./comparisons.module.css";

/** From a plan to its agencies and its periods side by side. */
export function CompareLinks({ plan }: { plan: string }) {
  const t = useTranslations("comparisons.ofPlan");
  return (
    <ul role="list" className={styles.onward} data-screen-only>
      {(["agencies", "periods"] as const).map((by) => <li key={by}><Link href={`/compare?by=${by}&plan=${plan}`}>{t(by)}</Link></li>)}
    </ul>
  );
}
