import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.ended");
  return { title: t("title"), robots: { index: false } };
}

/** After the button that ends it. */
export default async function EndedPage() {
  const t = await getTranslations("followers.ended");
  return <Page><PageHeading title={t("title")} lead={t("lead")} /></Page>;
}
