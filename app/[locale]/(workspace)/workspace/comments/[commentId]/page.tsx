import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StaffCommentText } from "#components/comments/staff-comment.tsx";
import { StaffSteps } from "#components/comments/staff-steps.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getCommentForStaff } from "#lib/comments/moderation/queries.ts";
import { now } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.workspace");
  return { title: t("one") };
}

/** One comment in its context, and what can be done with it. */
export default async function StaffCommentPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await requireActor();
  const { commentId } = await params;
  const [t, locale] = await Promise.all([getTranslations("comments.workspace"), getLocale()]);
  const comment = (await getCommentForStaff(actor, commentId, now())) ?? notFound();
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/comments", label: t("title") }, { label: t("one") }]} />
      <PageHeading title={t("one")} />
      <ClientWords namespaces={["comments"]}>
        <StaffCommentText comment={comment} locale={locale} />
        <StaffSteps comment={comment} locale={locale} />
      </ClientWords>
    </Page>
  );
}
