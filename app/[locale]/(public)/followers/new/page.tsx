import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowForm } from "#components/followers/follow-form.tsx";
import { FollowedLine } from "#components/followers/followed-line.tsx";
import { SmsSection } from "#components/followers/sms-section.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { frequencySchema } from "#lib/followers/schema.ts";

const problems = ["TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers");
  return { title: t("heading", { kind: "everything" }), robots: { index: false } };
}

/** The form once more, with what was wrong with it. An address is not carried in an address: it has to be typed again. */
export default async function NewFollowPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers")]);
  const wanted = wantedSchema.safeParse(query).data;
  const followed = wanted ? await findFollowable(wanted) : null;
  if (!followed) return <Page><PageHeading title={t("gone.title")} lead={t("gone.lead")} /></Page>;
  const { kind, target } = followed;
  const problem = problems.find((known) => known === query.problem);
  const frequency = frequencySchema.catch("at_once").parse(query.frequency);
  return (
    <Page>
      <PageHeading title={t("heading", { kind })} lead={t("lead", { kind })} />
      <FollowedLine followed={followed} locale={locale} />
      {problem && <Notice tone="error" title={t(`problem.${problem}.title`)}><p>{t(`problem.${problem}.text`)}</p></Notice>}
      <FollowForm kind={kind} target={target} frequency={frequency} locale={locale} {...(query.problem === "email" ? { error: "email" } : {})} />
      <SmsSection level={2} kind={kind} target={target} locale={locale} refusal={query.sms} />
    </Page>
  );
}
