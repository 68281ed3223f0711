import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { localeSchema } from "#lib/record/localized/schema.ts";
import type { ReactNode } from "react";
import { fontClasses } from "../styles/fonts.ts";

/** A page is rendered for every request, because its Content-Security-Policy carries a nonce. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return { title: { default: t("name"), template: `%s – ${t("name")}` }, description: t("description") };
}

export default async function LocaleLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const locale = localeSchema.safeParse((await params).locale);
  if (!locale.success) notFound();
  const { layout, forms } = await getMessages();
  return (
    <html lang={locale.data} className={fontClasses}>
      <body>
        <NextIntlClientProvider messages={{ layout, forms }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
