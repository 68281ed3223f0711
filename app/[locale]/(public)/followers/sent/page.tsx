import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanLine } from "#components/followers/plan-line.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findFollowablePlan } from "#lib/followers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form was taken: the address waits for its confirmation. The same for every address. */
export default async function SentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [locale, t, { plan: slug }] = await Promise.all([getLocale(), getTranslations("followers.sent"), searchParams]);
  const plan = typeof slug === "string" ? await findFollowablePlan(slug) : null;
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("more")}</p>
      <PlanLine plan={plan} locale={locale} />
    </Page>
  );
}
