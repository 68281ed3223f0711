import type { ReactNode } from "react";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";
import { PageFacts } from "#components/open-data/page-facts.tsx";

/** What residents read. Never looks at the session: these pages are kept for all. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageFacts />
      <SiteHeader />
      {children}
      <SiteFooter />
    </>
  );
}
