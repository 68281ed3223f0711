import { useLocale, useTranslations } from "next-intl";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { Link } from "#components/ui/link.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";
import styles from "./breadcrumbs.module.css";

/** Where the page stands; the last item, without an address, is the page itself. Search engines are told the same. */
export function Breadcrumbs({ items }: { items: readonly { href?: string; label: string; lang?: string }[] }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const steps = items.map(({ href, label }, index) => ({ "@type": "ListItem", position: index + 1, name: label, ...(href ? { item: publicUrl(`/${locale}${href === "/" ? "" : href}`) } : {}) }));
  return (
    <nav aria-label={t("breadcrumbs")}>
      <JsonLd data={{ "@type": "BreadcrumbList", itemListElement: steps }} />
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
