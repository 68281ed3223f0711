import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { doorsWithAccount } from "#components/evidence/evidence-doors.ts";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PeriodHeading } from "#components/period-work/period-heading.tsx";
import { PeriodScreen } from "#components/period-work/period-screen.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { sayNoProgressAction, sendReadyAction } from "#lib/boards/period-work/actions.ts";
import { getPeriodWork } from "#lib/boards/period-work/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { loadUpdateAction, saveUpdateAction } from "#lib/reporting/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.desk");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<{ open?: string | string[] }>;
}

/** Everything a coordinator has to report in one period, on one screen; `?open=` names a line that is open at first. */
export default async function PeriodPage({ params, searchParams }: Props) {
  const [actor, { periodId }, { open }, at] = [await requireActor(), await params, await searchParams, now()];
  const work = await orNotFound(getPeriodWork(actor, periodId, at));
  const [desk, locale] = [await getTranslations("reporting.desk"), await getLocale()];
  const doors = {
    owner: actor.accountId ?? "", save: saveUpdateAction, load: loadUpdateAction, send: sendReadyAction, noProgress: sayNoProgressAction,
    evidence: doorsWithAccount,
  };
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: "/workspace", label: desk("title") }, { label: pickText(work.period.label, locale)?.text ?? "" }]} />
      <PeriodHeading work={work} locale={locale} />
      <ClientWords namespaces={["reporting", "evidence", "milestones"]}>
        <PeriodScreen work={work} doors={doors} opened={typeof open === "string" ? [open] : []} now={at} />
      </ClientWords>
    </Page>
  );
}
