import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CommentSection } from "#components/comments/comment-section.tsx";
import { CommitmentContents } from "#components/commitments/commitment-contents.tsx";
import { CommitmentHead } from "#components/commitments/commitment-head.tsx";
import { CommitmentRecord } from "#components/commitments/commitment-record.tsx";
import { ConsultationNotice } from "#components/consultations/consultation-notice.tsx";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { HistorySection } from "#components/history/history-section.tsx";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { ReuseSection } from "#components/open-data/reuse-section.tsx";
import { NarrowContents } from "#components/layout/narrow-contents.tsx";
import { Page } from "#components/layout/page.tsx";
import { SourceSection } from "#components/plans/source-section.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { listPublishedComments } from "#lib/comments/queries.ts";
import { getPublishedCommitment } from "#lib/plans/commitments/queries.ts";
import { listCommitmentChanges } from "#lib/plans/history/queries.ts";
import { revisionsAmong } from "#lib/plans/history/rules.ts";
import { findFormer } from "#lib/record/permanent-addresses/queries.ts";
import * as clock from "#lib/platform/clock.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { commitmentData } from "#lib/open-data/structured-data/rules.ts";

interface Props {
  params: Promise<{ plan: string; commitment: string }>;
  searchParams: Promise<{ comments?: string | string[] }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (plan: string, slug: string) => (await getPublishedCommitment(plan, slug, clock.now())) ?? leadOn(plan, slug));

/** An address that was public leads to where the commitment is now, or to the word that it was taken out; never to another. */
async function leadOn(plan: string, slug: string): Promise<never> {
  const former = await findFormer(plan, slug);
  if (!former) notFound();
  redirect(`/${await getLocale()}${"moved" in former ? former.moved : `/plans/${plan}/former-commitments/${slug}`}`);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { plan: planSlug, commitment: slug } = await params;
  const [locale, t, commitment] = await Promise.all([getLocale(), getTranslations("commitments"), load(planSlug, slug)]);
  const { number, plan } = commitment;
  const title = pickText(commitment.title, locale)?.text ?? t("untitled", { number, kind: plan.vocabulary });
  const description = t("metaDescription", { number, kind: plan.vocabulary, plan: pickText(plan.title, locale)?.text ?? plan.slug });
  return pageMetadata({ locale, path: `/plans/${plan.slug}/commitments/${slug}`, title, description, feed: true, card: true });
}

export default async function CommitmentPage({ params, searchParams }: Props) {
  const { plan, commitment: slug } = await params;
  const now = clock.now();
  const [locale, commitment] = await Promise.all([getLocale(), load(plan, slug)]);
  const subject = { kind: "commitment", id: commitment.id } as const;
  const [changes, comments] = await Promise.all([listCommitmentChanges(commitment.id), listPublishedComments(subject, now, Number((await searchParams).comments ?? 1))]);
  const contents = <CommitmentContents commitment={commitment} />;
  return (
    <Page aside={contents}>
      <JsonLd data={commitmentData(commitment, { site: publicUrl("/").slice(0, -1), locale }, dataLicence().url)} />
      <CommitmentHead commitment={commitment} locale={locale} />
      <ConsultationNotice of="commitment" consultation={commitment.consultation} locale={locale} />
      <NarrowContents>{contents}</NarrowContents>
      <CommitmentRecord commitment={commitment} revisions={revisionsAmong(changes)} now={now} locale={locale} />
      <HistorySection changes={changes} updatedAt={commitment.updatedAt} locale={locale} />
      <SourceSection note={commitment.sourceNote} locale={locale} />
      <ReuseSection path={`/plans/${plan}/commitments/${slug}`} title={commitment.title} code={commitment.code} locale={locale} />
      <FollowSection kind="commitment" target={`${plan}/${slug}`} locale={locale} />
      <CommentSection subject={subject} comments={comments} locale={locale} returnPath={`/plans/${plan}/commitments/${slug}`} />
    </Page>
  );
}
