import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { GroupForm } from "#components/process/group-form.tsx";
import { processChoices } from "#components/process/process-choices.ts";
import { requireActor } from "#lib/accounts/queries.ts";
import { listProcessChoices } from "#lib/process/events/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.group");
  return { title: t("new") };
}

/** Records a forum or working group of one of the person's Secretariats. */
export default async function NewGroupPage() {
  const choices = await listProcessChoices(await requireActor());
  if (choices.secretariats.length === 0) notFound();
  const [t, locale] = await Promise.all([getTranslations("process"), getLocale()]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/process", label: t("list.title") }, { href: "/workspace/process/groups", label: t("group.list") }, { label: t("group.new") }]} />
      <PageHeading title={t("group.new")} lead={t("event.leadNew")} />
      <ClientWords namespaces={["process", "editing"]}><GroupForm record={null} choices={processChoices(choices, locale)} /></ClientWords>
    </Page>
  );
}
