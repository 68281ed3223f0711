import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./events.module.css";

/** The other pages about the process; the one that is open is left out. */
export function ProcessLinks({ open }: { open: "process" | "groups" | "recommendations" | "standards" }) {
  const t = useTranslations();
  const pages = [
    { key: "process", href: "/process", label: t("process-public.title") },
    { key: "groups", href: "/working-groups", label: t("process-public.groups.title") },
    { key: "recommendations", href: "/recommendations", label: t("process-public.recommendationList.title") },
    { key: "standards", href: "/standards", label: t("standards.title") },
  ];
  return (
    <nav aria-label={t("process-public.more")}>
      <ul role="list" className={styles.links}>
        {pages.filter(({ key }) => key !== open).map(({ key, href, label }) => <li key={key}><Link href={href}>{label}</Link></li>)}
      </ul>
    </nav>
  );
}
