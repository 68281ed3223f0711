import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowForm } from "#components/followers/follow-form.tsx";
import { PlanLine } from "#components/followers/plan-line.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findFollowablePlan } from "#lib/followers/queries.ts";

const problems = ["TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers");
  return { title: t("heading"), robots: { index: false } };
}

/** The form once more, with what was wrong with it. An address is not carried in an address: it has to be typed again. */
export default async function NewFollowPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers")]);
  const plan = typeof query.plan === "string" ? await findFollowablePlan(query.plan) : null;
  if (!plan) return <Page><PageHeading title={t("gone.title")} lead={t("gone.lead")} /></Page>;
  const problem = problems.find((known) => known === query.problem);
  return (
    <Page>
      <PageHeading title={t("heading")} lead={t("lead")} />
      <PlanLine plan={plan} locale={locale} />
      {problem && <Notice tone="error" title={t(`problem.${problem}.title`)}><p>{t(`problem.${problem}.text`)}</p></Notice>}
      <FollowForm plan={plan.slug} locale={locale} {...(query.problem === "email" ? { error: "email" } : {})} />
    </Page>
  );
}
