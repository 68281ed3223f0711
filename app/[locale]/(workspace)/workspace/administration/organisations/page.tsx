import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { AdministeredOrganisations } from "#components/organisations/administered-organisations.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { canManageOrganisations } from "#lib/organisations/policy.ts";
import { listAdministeredOrganisations } from "#lib/organisations/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.organisation");
  return { title: t("title") };
}

/** Every organisation that plans and accounts can name. */
export default async function OrganisationsPage() {
  const actor = await requireActor();
  if (!canManageOrganisations(actor)) notFound();
  const [organisations, t] = [await listAdministeredOrganisations(actor), await getTranslations("accounts")];
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/administration", label: t("administration.title") }, { label: t("organisation.title") }]} />
      <PageHeading title={t("organisation.title")} lead={t("organisation.lead")} />
      <p><Link href="/workspace/administration/organisations/new" look="button">{t("organisation.new")}</Link></p>
      <AdministeredOrganisations organisations={organisations} />
    </Page>
  );
}
