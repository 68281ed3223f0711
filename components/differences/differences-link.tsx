import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { differencesAddress } from "#lib/assessments/differences/schema.ts";
import styles from "./differences.module.css";

/** Leads to where reports and assessments differ in a plan, in one period of it or in all. */
export function DifferencesLink({ plan, period }: { plan: string; period?: string }) {
  const t = useTranslations("differences");
  return <p className={styles.link} data-screen-only><Link href={differencesAddress({ plan, period })}>{t("ofPlan")}</Link></p>;
}
