import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepTaken } from "#components/followers/step-taken.tsx";
import { findFollowablePlan } from "#lib/followers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form was taken: the address waits for its confirmation. The same for every address. */
export default async function SentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { plan: slug } = await searchParams;
  const plan = typeof slug === "string" ? await findFollowablePlan(slug) : null;
  return <StepTaken step="sent" plan={plan} locale={await getLocale()} />;
}
