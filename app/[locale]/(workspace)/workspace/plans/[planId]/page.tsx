import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LegalActLines } from "#components/editing/legal-act-lines.tsx";
import { OwnDrafts } from "#components/editing/own-drafts.tsx";
import { PlanMunicipality } from "#components/editing/plan-municipality.tsx";
import { PlanNotices } from "#components/editing/plan-notices.tsx";
import { PlanOutlineSection } from "#components/editing/plan-outline-section.tsx";
import { PlanSteps } from "#components/editing/plan-steps.tsx";
import { PlanSummary } from "#components/editing/plan-summary.tsx";
import { PlanDownloads } from "#components/exports/plan-downloads.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { consultationWindow } from "#lib/record/consultations/rules.ts";
import type { PlanStatus } from "#lib/record/drafting/rules.ts";
import { getEditorPage } from "#lib/plans/editor/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

interface Props {
  params: Promise<{ planId: string }>;
  searchParams: Promise<{ saved?: string; amended?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.plan");
  return { title: t("title") };
}

/** The whole plan as an outline, with what can be done to it and where it can go from here. */
export default async function PlanEditorPage({ params, searchParams }: Props) {
  const { content, amendment, consultation, municipality, outline, drafts, others, organisations, deletable } = await orNotFound(getEditorPage(await requireActor(), (await params).planId));
  const [t, locale, said] = [await getTranslations(), await getLocale(), await searchParams];
  const { plan, legalActs, commitments } = content;
  const [title, editable] = [pickText(plan.fields.title, locale), plan.status !== "closed"];
  const days = consultationWindow(now(), plan.fields.consultationDays);
  const step = { id: plan.id, version: plan.version, status: plan.status as PlanStatus };
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/plans", label: t("editing.list.title") }, { label: title?.text ?? plan.slug }]} />
      <PageHeading title={title?.text ?? plan.slug} lang={title && title.lang !== locale ? title.lang : undefined} eyebrow={`${t(`status.planLevel.${plan.fields.level}`)} · ${t(`status.plan.${plan.status}`)}`}>
        <PlanSummary plan={plan} editable={editable} locale={locale} />
      </PageHeading>
      <PlanNotices plan={plan} amendment={amendment} consultation={consultation} said={said} locale={locale} />
      <OwnDrafts planId={plan.id} drafts={drafts} locale={locale} />
      <ClientWords namespaces={["editing"]}>
        <PlanOutlineSection plan={plan} outline={outline} milestones={content.milestones.length} drafts={drafts} others={others} organisations={organisations} />
        <LegalActLines planId={plan.id} acts={legalActs} editable={editable} locale={locale} />
        <PlanMunicipality planId={plan.id} municipalitySlug={municipality.slug} municipalities={municipality.choices.map(({ slug, name }) => ({ value: slug, label: pickText(name, locale)?.text ?? slug }))} />
        <PlanSteps plan={step} acts={legalActs.length} commitments={commitments.length} endsOn={days.endsOn} deletable={deletable} />
      </ClientWords>
      <PlanDownloads slug={plan.slug} locale={locale} />
    </Page>
  );
}
