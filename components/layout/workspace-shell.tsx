import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";
import { OtherLanguages, SiteName } from "./site-header.tsx";
import styles from "./site-header.module.css";
import { SkipLink } from "./skip-link.tsx";

export interface ShellNavItem {
  /** Path without its language. */
  href: string;
  label: string;
  /** How much waits there. */
  count?: number;
}

interface Props {
  nav: readonly ShellNavItem[];
  /** Who is signed in, and for whom. */
  person: ReactNode;
  signOut: ReactNode;
  children: ReactNode;
}

/** The frame of every page behind sign-in: the same hand as the public site, set tighter. */
export function WorkspaceShell({ nav, person, signOut, children }: Props) {
  const t = useTranslations("layout.nav");
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.inner}>
          <SiteName />
          <div className={styles.nav}>
            <span className={`${styles.item} ${styles.person}`}>{person}</span>
            <OtherLanguages />
            {signOut}
          </div>
        </div>
      </header>
      <nav className={styles.work} aria-label={t("workspace")}>
        <div className={styles.inner}>
          <div className={styles.nav}>
            {nav.map(({ href, label, count }) => (
              <NavLink key={href} href={href} className={styles.item}>
                {label}
                {count ? <span className={styles.count}>({count})</span> : null}
              </NavLink>
            ))}
          </div>
        </div>
      </nav>
      {children}
    </>
  );
}
