import { getLocale, getMessages } from "next-intl/server";
import { NextIntlClientProvider } from "next-intl";
import { NotFoundText } from "#components/layout/not-found-text.tsx";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";
import { fontClasses } from "./styles/fonts.ts";

/** For addresses outside every language. */
export default async function NotFound() {
  const [locale, { layout }] = await Promise.all([getLocale(), getMessages()]);
  return (
    <html lang={locale} className={fontClasses}>
      <body>
        <NextIntlClientProvider messages={{ layout }}>
          <SiteHeader />
          <NotFoundText />
          <SiteFooter />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
