import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PromisedSources } from "#components/evidence/promised-sources.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { ReviewForm } from "#components/reporting/review-form.tsx";
import { ReviewedUpdate } from "#components/reporting/reviewed-update.tsx";
import { SubjectHeading } from "#components/reporting/subject-heading.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { getUpdateForReview } from "#lib/reporting/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.review");
  return { title: t("eyebrow") };
}

/** One sent update beside what was accepted before it, and the Secretariat's decision. */
export default async function ReviewUpdatePage({ params }: { params: Promise<{ updateId: string }> }) {
  const actor = await requireActor();
  const { subject, update, link } = await orNotFound(getUpdateForReview(actor, (await params).updateId));
  const [t, locale] = await Promise.all([getTranslations("reporting.review"), getLocale()]);
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: "/workspace/review", label: t("title") }, { label: subject.number }]} />
      <SubjectHeading subject={subject} locale={locale} now={now()} eyebrow={t("eyebrow")} />
      <ReviewedUpdate subject={subject} update={update} link={link} locale={locale} />
      <PromisedSources sources={subject.sources} items={update.evidence} locale={locale} />
      <SectionHeading id="decision">{t("decide")}</SectionHeading>
      {update.status === "submitted" ? (
        <ClientWords namespaces={["reporting"]}><ReviewForm updateId={update.id} version={update.version} /></ClientWords>
      ) : (
        <p>{t("decided")}</p>
      )}
    </Page>
  );
}
