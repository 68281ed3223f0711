import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommentLines } from "#components/comments/comment-lines.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { moderationScope, responseScope } from "#lib/comments/policy.ts";
import { listCommentsToAnswer, listCommentsToModerate, listSettledComments } from "#lib/comments/moderation/queries.ts";
import * as clock from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.workspace");
  return { title: t("title") };
}

/** Every comment of this person's plans: what waits first, oldest first. */
export default async function CommentsPage() {
  const actor = await requireActor();
  if (moderationScope(actor).length === 0) notFound();
  const [t, locale, now] = [await getTranslations("comments.workspace"), await getLocale(), clock.now()];
  const [toModerate, toAnswer, settled] = await Promise.all([
    listCommentsToModerate(actor, now), listCommentsToAnswer(actor, now), listSettledComments(actor, now),
  ]);
  return (
    <Page dense>
      <PageHeading title={t("title")} />
      <CommentLines id="to-moderate" title={t("toModerate")} lines={toModerate} locale={locale} empty={t("nothingToModerate")} aside="days" />
      {responseScope(actor).length > 0 && <CommentLines id="to-answer" title={t("toAnswer")} lines={toAnswer} locale={locale} empty={t("nothingToAnswer")} aside="days" />}
      <CommentLines id="settled" title={t("settled")} lines={settled} locale={locale} empty={t("nothingSettled")} aside="outcome" />
    </Page>
  );
}
