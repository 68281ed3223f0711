import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NewAccountForm } from "#components/accounts/new-account-form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { canSeeCoordinators } from "#lib/accounts/invitations/policy.ts";
import { listLedOrganisationChoices } from "#lib/accounts/invitations/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.coordinators");
  return { title: t("new") };
}

/** Invites somebody who will report to the Secretariat. */
export default async function NewCoordinatorPage() {
  const actor = await requireActor();
  if (!canSeeCoordinators(actor)) notFound();
  const organisations = await listLedOrganisationChoices(actor, await getLocale());
  const t = await getTranslations("accounts.coordinators");
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/coordinators", label: t("title") }, { label: t("new") }]} />
      <PageHeading title={t("new")} lead={t("newLead")} />
      {organisations.length ? <NewAccountForm organisations={organisations} coordinators /> : <p>{t("noOrganisation")}</p>}
    </Page>
  );
}
