import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./site-footer.module.css";

const places = ["organisations", "differences", "standards", "recommendations", "working-groups", "scales", "api"] as const;

/** Where else to look, what this is, and under which licence the software is. */
export function SiteFooter() {
  const locale = useLocale();
  const t = useTranslations("layout.footer");
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <nav aria-label={t("more")}>
          <ul role="list" className={styles.places}>
            {places.map((place) => <li key={place}><Link href={`/${place}`}>{t(place)}</Link></li>)}
            <li><a href={`/${locale}/feed.atom`} type="application/atom+xml">{t("feed")}</a></li>
          </ul>
        </nav>
        <p>{t("what")} {t("voices")}</p>
        <p>{t("software")}</p>
      </div>
    </footer>
  );
}
