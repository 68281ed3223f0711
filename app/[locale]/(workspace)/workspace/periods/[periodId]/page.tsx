import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { DueText } from "#components/reporting/desk-reporting.tsx";
import { SentNotice } from "#components/reporting/sent-notice.tsx";
import { WorkList } from "#components/reporting/work-list.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { getReportingWork } from "#lib/worklists/queries.ts";
import { nextToReport } from "#lib/worklists/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.desk");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<{ sent?: string | string[] }>;
}

/** Everything a coordinator has to report in one period. */
export default async function PeriodPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ periodId }, { sent }] = await Promise.all([params, searchParams]);
  const [t, desk, locale] = await Promise.all([getTranslations("reporting.work"), getTranslations("reporting.desk"), getLocale()]);
  const work = await orNotFound(getReportingWork(actor, periodId, now()));
  const lines = work.commitments.flatMap((commitment) => commitment.lines);
  const open = work.period.status === "open";
  const done = lines.filter((line) => line.state === "submitted" || line.state === "accepted").length;
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace", label: desk("title") }, { label: pickText(work.period.label, locale)?.text ?? "" }]} />
      <PageHeading title={<LocalizedText value={work.period.label} locale={locale} />} eyebrow={<LocalizedText value={work.plan.title} locale={locale} />} lead={open ? t("lead") : undefined}>
        <DueText dueOn={work.period.dueOn} locale={locale} />
        <p>{t("summary", { done, all: lines.length })}</p>
      </PageHeading>
      {sent && <SentNotice next={open ? nextToReport(lines, String(sent)) : null} periodId={work.period.id} whole={t(`whole.${work.plan.vocabulary === "activity" ? "activity" : "commitment"}`)} locale={locale} />}
      {work.period.status !== "open" && <Notice tone="info"><p>{t(`notOpen.${work.period.status}`)}</p></Notice>}
      <WorkList work={work} locale={locale} />
    </Page>
  );
}
