import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepTaken } from "#components/followers/step-taken.tsx";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { wantedSchema } from "#lib/followers/followed/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form was taken: the address waits for its confirmation. The same for every address. */
export default async function SentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const wanted = wantedSchema.safeParse(await searchParams).data;
  return <StepTaken step="sent" followed={wanted ? await findFollowable(wanted) : null} locale={await getLocale()} />;
}
