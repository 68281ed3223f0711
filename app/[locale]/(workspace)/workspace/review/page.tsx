import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ReviewList } from "#components/reporting/review-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listUpdatesToReview } from "#lib/reporting/worklists/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.review");
  return { title: t("title") };
}

/** The updates that wait for the Secretariat. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [{ done }, updates] = await Promise.all([searchParams, listUpdatesToReview(actor)]);
  const [t, locale] = await Promise.all([getTranslations("reporting.review"), getLocale()]);
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      {(done === "accepted" || done === "returned") && <Notice tone="success" live><p>{t(`done.${done}`)}</p></Notice>}
      <ReviewList updates={updates} locale={locale} />
    </Page>
  );
}
