import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { RecommendationFacts } from "#components/process/recommendation-facts.tsx";
import { RecommendationSteps } from "#components/process/recommendation-steps.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { getRecommendation } from "#lib/process/recommendations/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.recommendation");
  return { title: t("one") };
}

/** One recommendation, for the organisation that is asked and the Secretariat that recorded it. */
export default async function RecommendationPage({ params }: { params: Promise<{ recommendationId: string }> }) {
  const [actor, { recommendationId }] = [await requireActor(), await params];
  const recommendation = (await getRecommendation(actor, recommendationId, now())) ?? notFound();
  const [t, desk, locale] = await Promise.all([getTranslations("process.recommendation"), getTranslations("workspace.desk"), getLocale()]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace", label: desk("title") }, { label: t("one") }]} />
      <PageHeading title={t("numbered", { number: recommendation.number })} />
      <RecommendationFacts recommendation={recommendation} locale={locale} />
      <ClientWords namespaces={["process", "evidence"]}><RecommendationSteps recommendation={recommendation} /></ClientWords>
    </Page>
  );
}
