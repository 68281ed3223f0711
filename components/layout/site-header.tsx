import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { NavLink } from "./nav-link.tsx";
import styles from "./site-header.module.css";
import { SkipLink } from "./skip-link.tsx";

/** The ways in, besides the plans themselves. */
const places = ["topics", "municipalities", "compare", "reports", "process", "data", "search"] as const;

/** The head of every public page: whose site, where to, in which language. The same for everybody. */
export function SiteHeader() {
  const t = useTranslations("layout");
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.inner}>
          <SiteName />
          <nav className={styles.nav} aria-label={t("nav.label")}>
            <NavLink href="/" className={styles.item}>{t("nav.plans")}</NavLink>
            {places.map((place) => <NavLink key={place} href={`/${place}`} className={styles.item}>{t(`nav.${place}`)}</NavLink>)}
            <NavLink href="/sign-in" className={styles.item}>{t("nav.signIn")}</NavLink>
            <OtherLanguages />
          </nav>
        </div>
      </header>
    </>
  );
}

/** The name of the site as a link home, with its sign: three lines of a ledger, one of them kept. */
export function SiteName() {
  const t = useTranslations("layout");
  return (
    <Link href="/" className={styles.name}>
      <svg className={styles.sign} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M2 4h16M2 10h16M2 16h7" stroke="currentColor" strokeWidth="2" fill="none" />
        <circle cx="15" cy="16" r="3" fill="currentColor" />
      </svg>
      {t("name")}
    </Link>
  );
}

/** Links to this page in every language but the reader's. */
export function OtherLanguages() {
  const own = useLocale();
  const t = useTranslations();
  const others = Object.keys(t.raw("ui.languages")).filter((locale) => locale !== own);
  return (
    <LanguageSwitch
      languages={others.map((locale) => {
        const name = t(`ui.languages.${locale}`);
        return { locale, name, label: t("layout.language.switch", { language: name }) };
      })}
    />
  );
}
