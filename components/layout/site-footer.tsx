import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./site-footer.module.css";

const places = ["reports", "working-groups", "recommendations", "standards", "differences", "scales", "data"] as const;

/** Where else to look, what this is, and under which licence the software is. */
export function SiteFooter() {
  const t = useTranslations("layout.footer");
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <nav aria-label={t("more")}>
          <ul role="list" className={styles.places}>
            {places.map((place) => <li key={place}><Link href={`/${place}`}>{t(place)}</Link></li>)}
          </ul>
        </nav>
        <p>{t("what")} {t("voices")}</p>
        <p>{t("software")}</p>
      </div>
    </footer>
  );
}
