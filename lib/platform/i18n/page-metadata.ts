import type { Metadata } from "next";
import { publicUrl } from "#lib/platform/public-url.ts";
import { listLocales } from "./messages.ts";

/** Title, description, and where the same page is in every language. `path` is without its language. */
export async function pageMetadata(page: { locale: string; path: string; title?: string; description: string }): Promise<Metadata> {
  const addresses = (await listLocales()).map((locale) => [locale, publicUrl(`/${locale}${page.path}`)] as const);
  const { title, description, path, locale } = page;
  return { ...(title ? { title } : {}), description, alternates: { canonical: publicUrl(`/${locale}${path}`), languages: Object.fromEntries(addresses) } };
}
