import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExampleLinks } from "#components/imports/example-links.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listImportTargets } from "#lib/imports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.new");
  return { title: t("title") };
}

/** A file or pasted text, and the plan that it is; `?plan=` names one that was chosen before. */
export default async function NewImportPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const targets = await listImportTargets(actor);
  if (targets.length === 0) notFound();
  const [t, { plan }] = [await getTranslations("imports"), await searchParams];
  return (
    <Page dense aside={<ExampleLinks />}>
      <Breadcrumbs items={[{ href: "/workspace/imports", label: t("list.title") }, { label: t("new.title") }]} />
      <PageHeading title={t("new.title")} lead={t("new.lead")} />
      <ClientWords namespaces={["imports"]}><UploadForm targets={targets} planId={typeof plan === "string" ? plan : ""} /></ClientWords>
    </Page>
  );
}
