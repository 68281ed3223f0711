import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { findFormer } from "#lib/record/permanent-addresses/queries.ts";

interface Props {
  params: Promise<{ plan: string; commitment: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (plan: string, slug: string) => {
  const former = await findFormer(plan, slug);
  return former && "gone" in former ? former.gone.plan : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { plan, commitment } = await params;
  await load(plan, commitment);
  return { title: (await getTranslations("posters.gone"))("title"), robots: { index: false } };
}

/** What stands where a commitment stood before it was taken out of a draft that the public could read. */
export default async function FormerCommitmentPage({ params }: Props) {
  const { plan: slug, commitment } = await params;
  const [locale, t, plan] = await Promise.all([getLocale(), getTranslations("posters.gone"), load(slug, commitment)]);
  const title = pickText(plan.title, locale);
  return (
    <Page>
      <Breadcrumbs items={[{ href: `/plans/${plan.slug}`, label: title?.text ?? plan.slug, lang: title?.lang }, { label: t("title") }]} />
      <PageHeading title={t("title")} lead={t("text")} />
      <p><Link href={`/plans/${plan.slug}`}>{t("plan")}</Link></p>
    </Page>
  );
}
