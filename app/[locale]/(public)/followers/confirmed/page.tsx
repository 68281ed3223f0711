import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepTaken } from "#components/followers/step-taken.tsx";
import { findFollowablePlan } from "#lib/followers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.confirmed");
  return { title: t("title"), robots: { index: false } };
}

/** After the button behind the mailed link: what will come, and how it ends. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { plan: slug } = await searchParams;
  const plan = typeof slug === "string" ? await findFollowablePlan(slug) : null;
  return <StepTaken step="confirmed" plan={plan} locale={await getLocale()} />;
}
