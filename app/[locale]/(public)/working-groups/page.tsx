import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ProcessLinks } from "#components/published-events/process-links.tsx";
import { GroupRegister } from "#components/published-groups/group-register.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listPublishedGroups } from "#lib/process/published-groups/queries.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("process-public.groups")]);
  return pageMetadata({ locale, path: "/working-groups", title: t("title"), description: t("lead") });
}

/** Every forum and working group of the process. */
export default async function GroupsPage() {
  const [locale, t, groups] = await Promise.all([getLocale(), getTranslations("process-public"), listPublishedGroups(dayOf(now()))]);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/process", label: t("title") }, { label: t("groups.title") }]} />
      <PageHeading title={t("groups.title")} lead={t("groups.lead")} />
      <ProcessLinks open="groups" />
      {groups.length === 0 ? <p>{t("groups.empty")}</p> : <GroupRegister groups={groups} locale={locale} />}
    </Page>
  );
}
