import type { Metadata } from "next";
import { pictureAddress, pictureSize } from "#lib/platform/picture-address.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { listLocales } from "./messages.ts";
import { translatorFor } from "./translator.ts";

/** As Open Graph names a language: with the country whose it is. */
const territory = (locale: string): string => ({ ka: "ka_GE", en: "en_GB" })[locale] ?? locale;

/** Title, description, what a link to it shows elsewhere, and where the same page is in every language. `path` is without its language; `feed`: it has one of its own; `card`: other sites may show a card of it. */
export async function pageMetadata(page: { locale: string; path: string; title?: string; description: string; feed?: boolean; card?: boolean }): Promise<Metadata> {
  const addresses = (await listLocales()).map((locale) => [locale, publicUrl(`/${locale}${page.path}`)] as const);
  const { title, description, path, locale } = page;
  const siteName = (await translatorFor(locale))("layout.name");
  const canonical = publicUrl(`/${locale}${path}`);
  const cards: Record<string, string> = page.card ? { "application/json+oembed": publicUrl(`/api/oembed?url=${encodeURIComponent(canonical)}`) } : {};
  const feeds: Record<string, string> = page.feed ? { "application/atom+xml": publicUrl(`/${locale}${path}/feed.atom`), "text/calendar": publicUrl(`/${locale}${path}/calendar.ics`) } : {};
  const images = [{ url: publicUrl(pictureAddress(locale, path)), ...pictureSize, type: "image/png", alt: title ?? siteName }];
  const others = addresses.map(([other]) => other).filter((other) => other !== locale);
  return {
    ...(title ? { title } : {}), description,
    alternates: { canonical, languages: { ...Object.fromEntries(addresses), "x-default": publicUrl(`/ka${path}`) }, types: { ...feeds, ...cards } },
    openGraph: { title: title ?? siteName, description, url: canonical, siteName, type: "website", locale: territory(locale), alternateLocale: others.map(territory), images },
    twitter: { card: "summary_large_image", title: title ?? siteName, description, images },
  };
}
