import type { ReactNode } from "react";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { OtherLanguages, SiteName } from "#components/layout/site-header.tsx";
import header from "#components/layout/site-header.module.css";
import { SkipLink } from "#components/layout/skip-link.tsx";

/** The site's name and the other languages, and nothing that leads anywhere else. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className={header.header}>
        <div className={header.inner}>
          <SiteName />
          <div className={header.nav}><OtherLanguages /></div>
        </div>
      </header>
      {children}
      <SiteFooter />
    </>
  );
}
