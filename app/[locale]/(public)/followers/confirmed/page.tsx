import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanLine } from "#components/followers/plan-line.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findFollowablePlan } from "#lib/followers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.confirmed");
  return { title: t("title"), robots: { index: false } };
}

/** After the button behind the mailed link: what will come, and how it ends. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [locale, t, { plan: slug }] = await Promise.all([getLocale(), getTranslations("followers.confirmed"), searchParams]);
  const plan = typeof slug === "string" ? await findFollowablePlan(slug) : null;
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("more")}</p>
      <PlanLine plan={plan} locale={locale} />
    </Page>
  );
}
