import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./breadcrumbs.module.css";

/** Where the page stands; the last item, without an address, is the page itself. */
export function Breadcrumbs({ items }: { items: readonly { href?: string; label: string; lang?: string }[] }) {
  const t = useTranslations("layout");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol role="list" className={styles.items}>
        {items.map(({ href, label, lang }) => (
          <li key={label} className={styles.item} lang={lang}>
            {href ? <Link href={href} className={styles.link}>{label}</Link> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
