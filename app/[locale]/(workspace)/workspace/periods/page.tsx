import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ClosedWork } from "#components/reporting/closed-work.tsx";
import { DeskReporting } from "#components/reporting/desk-reporting.tsx";
import { PeriodList } from "#components/reporting/period-list.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listManagedPeriods } from "#lib/reporting/periods/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { listClosedWork, listReportingWork } from "#lib/reporting/worklists/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.periods");
  return { title: t("title") };
}

/** The reporting periods this person reports in, and those of the plans this person collects reports for. */
export default async function PeriodsPage() {
  const actor = await requireActor();
  const [t, locale] = await Promise.all([getTranslations("reporting.periods"), getLocale()]);
  const [work, closed, plans] = await Promise.all([listReportingWork(actor, now()), listClosedWork(actor), listManagedPeriods(actor)]);
  return (
    <Page dense>
      <PageHeading title={t("title")} />
      {work.length + closed.length + plans.length === 0 && <p>{t("nothing")}</p>}
      <DeskReporting work={work} locale={locale} />
      <ClosedWork closed={closed} locale={locale} />
      <ClientWords namespaces={["reporting"]}>
        {plans.map((plan) => <PeriodList key={plan.id} plan={plan} locale={locale} />)}
      </ClientWords>
    </Page>
  );
}
