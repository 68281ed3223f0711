import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepTaken } from "#components/followers/step-taken.tsx";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { wantedSchema } from "#lib/followers/followed/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.confirmed");
  return { title: t("title"), robots: { index: false } };
}

/** After the button behind the mailed link: what will come, and how it ends. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const wanted = wantedSchema.safeParse(await searchParams).data;
  return <StepTaken step="confirmed" followed={wanted ? await findFollowable(wanted) : null} locale={await getLocale()} />;
}
