import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";
import { webPageData } from "#lib/open-data/structured-data/rules.ts";

/** What a page is for search engines, by its address: our server puts it into `x-path` before Next sees the request. */
export async function PageFacts() {
  const [locale, t, asked] = await Promise.all([getLocale(), getTranslations("layout"), headers()]);
  const path = (asked.get("x-path") ?? "").split("?", 1)[0]?.replace(/^\/(ka|en)/, "").replace(/\/$/, "") ?? "";
  return <JsonLd data={webPageData(path, { site: t("name"), description: t("description") }, { site: publicUrl("/").slice(0, -1), locale })} />;
}
