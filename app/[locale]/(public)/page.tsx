import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "#components/history/change-list.tsx";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { HowItWorks } from "#components/home/how-it-works.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { FindMunicipality } from "#components/municipalities/find-municipality.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { PlanLine } from "#components/plans/plan-line.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { listRecentChanges } from "#lib/plans/history/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getPublishedPlans } from "#lib/plans/queries.ts";
import { now } from "#lib/platform/clock.ts";

const recentChanges = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return pageMetadata({ locale: await getLocale(), path: "", description: t("lead"), feed: true });
}

export default async function HomePage() {
  const [locale, t, plans, changes] = await Promise.all([getLocale(), getTranslations("home"), getPublishedPlans(now()), listRecentChanges(recentChanges)]);
  return (
    <Page aside={<HowItWorks />}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <FindMunicipality />
      <section aria-labelledby="plans">
        <SectionHeading id="plans">{t("plans.heading")}</SectionHeading>
        {plans.length === 0 && <p>{t("plans.empty")}</p>}
        {plans.length > 0 && <LedgerList>{plans.map((plan) => <PlanLine key={plan.slug} plan={plan} locale={locale} />)}</LedgerList>}
      </section>
      <section aria-labelledby="changes">
        <SectionHeading id="changes">{t("changes.heading")}</SectionHeading>
        {changes.length > 0 ? <ChangeList changes={changes} locale={locale} /> : <p>{t("changes.empty")}</p>}
      </section>
      <FollowSection kind="everything" target="all" locale={locale} />
      <FollowLinks path="" />
    </Page>
  );
}
