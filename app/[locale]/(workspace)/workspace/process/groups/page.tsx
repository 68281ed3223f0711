import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormActions } from "#components/forms/form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { GroupLines } from "#components/process/group-lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listGroups } from "#lib/process/working-groups/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.group");
  return { title: t("list") };
}

/** The forums and working groups of the person's Secretariats. */
export default async function GroupsPage() {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, locale, groups] = await Promise.all([getTranslations("process"), getLocale(), listGroups(actor)]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/process", label: t("list.title") }, { label: t("group.list") }]} />
      <PageHeading title={t("group.list")} />
      {groups.length === 0 ? <p>{t("group.empty")}</p> : <GroupLines groups={groups} locale={locale} />}
      <FormActions><Link href="/workspace/process/groups/new" look="button">{t("group.add")}</Link></FormActions>
    </Page>
  );
}
