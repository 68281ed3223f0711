import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { CommitmentsSection } from "#components/plans/commitments-section.tsx";
import { Introduction } from "#components/plans/introduction.tsx";
import { PlanFacts } from "#components/plans/plan-facts.tsx";
import { SourceSection } from "#components/plans/source-section.tsx";
import { StatusBar } from "#components/plans/status-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { getPlanPreview } from "#lib/plans/queries.ts";
import { addressOf, pageSchema } from "#lib/record/addresses/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.preview");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ planId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The plan as its public page will show it. */
export default async function PlanPreviewPage({ params, searchParams }: Props) {
  const [{ planId }, { page }] = await Promise.all([params, searchParams]);
  const plan = await orNotFound(getPlanPreview(await requireActor(), planId, now(), pageSchema.parse(page)));
  const [t, locale] = [await getTranslations(), await getLocale()];
  const title = pickText(plan.title, locale);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/workspace/plans", label: t("editing.list.title") }, { href: `/workspace/plans/${planId}`, label: title?.text ?? plan.slug }, { label: t("editing.preview.title") }]} />
      <Notice tone="info" title={t("editing.preview.title")}><p>{t("editing.preview.text")}</p></Notice>
      <PageHeading title={title?.text ?? plan.slug} lang={title?.lang} eyebrow={`${t(`status.planLevel.${plan.level}`)} · ${t(`status.plan.${plan.status}`)}`}>
        <StatusBar plan={plan} />
      </PageHeading>
      <PlanFacts plan={plan} locale={locale} />
      <CommitmentsSection plan={plan} hrefFor={(shown) => addressOf(`/workspace/plans/${planId}/preview`, { page: shown })} locale={locale} />
      <Introduction text={plan.introduction} locale={locale} />
      <SourceSection note={plan.sourceNote} locale={locale} />
    </Page>
  );
}
