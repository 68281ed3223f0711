import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowedLine } from "#components/followers/followed-line.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { takesReplies } from "#lib/platform/sms.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.sms.confirmed");
  return { title: t("title"), robots: { index: false } };
}

/** After the right code: what will come, and how it ends. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const wanted = wantedSchema.safeParse(await searchParams).data;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers.sms.confirmed")]);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("more", { reply: takesReplies() ? "yes" : "no" })}</p>
      <FollowedLine followed={wanted ? await findFollowable(wanted) : null} locale={locale} />
    </Page>
  );
}
