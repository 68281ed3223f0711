import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { DeleteGroup } from "#components/process/delete-group.tsx";
import { GroupForm } from "#components/process/group-form.tsx";
import { GroupNotices } from "#components/process/group-notices.tsx";
import { processChoices } from "#components/process/process-choices.ts";
import { requireActor } from "#lib/accounts/queries.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { listProcessChoices } from "#lib/process/events/queries.ts";
import { getGroupForEditing } from "#lib/process/working-groups/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("process.group");
  return { title: t("one") };
}

interface Props {
  params: Promise<{ groupId: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** One forum or working group as its Secretariat writes it. */
export default async function GroupPage({ params, searchParams }: Props) {
  const [actor, { groupId }, { done }] = [await requireActor(), await params, await searchParams];
  const record = (await getGroupForEditing(actor, groupId)) ?? notFound();
  const [t, locale, choices] = await Promise.all([getTranslations("process"), getLocale(), listProcessChoices(actor)]);
  const name = localize(record.content.name, locale);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/process", label: t("list.title") }, { href: "/workspace/process/groups", label: t("group.list") }, { label: name?.text ?? t("group.one") }]} />
      <PageHeading title={name?.text} eyebrow={t("group.one")} {...(name && name.lang !== locale ? { lang: name.lang } : {})} />
      <GroupNotices record={record} done={String(done)} locale={locale} />
      <ClientWords namespaces={["process", "editing"]}>
        <GroupForm record={record} choices={processChoices(choices, locale)} />
        {!record.publishedAt && record.events === 0 && <DeleteGroup groupId={record.id} version={record.version} />}
      </ClientWords>
    </Page>
  );
}
