import type { ReactNode } from "react";
import { ClientWords } from "#components/layout/client-words.tsx";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";

/** The way into the workspace, in the frame of the public site. */
export default function EntranceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <ClientWords namespaces={["accounts"]}>{children}</ClientWords>
      <SiteFooter />
    </>
  );
}
