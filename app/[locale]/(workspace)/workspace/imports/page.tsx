import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportLines } from "#components/imports/import-lines.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listImports } from "#lib/imports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.list");
  return { title: t("title") };
}

/** What the Secretariats one works for have brought in, and where it stands. */
export default async function ImportsPage() {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, locale, imports] = [await getTranslations("imports.list"), await getLocale(), await listImports(actor)];
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      {imports.length === 0 ? <p>{t("empty")}</p> : <ImportLines imports={imports} locale={locale} />}
      <p><Link href="/workspace/imports/new" look="button">{t("new")}</Link></p>
    </Page>
  );
}
