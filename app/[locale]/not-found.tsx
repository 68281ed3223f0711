import { NotFoundText } from "#components/layout/not-found-text.tsx";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";

/** Nothing at this address, said in the reader's language. */
export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <NotFoundText />
      <SiteFooter />
    </>
  );
}
