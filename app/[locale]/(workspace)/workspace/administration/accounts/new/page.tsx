import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NewAccountForm } from "#components/accounts/new-account-form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { listOrganisationChoices, requireActor } from "#lib/accounts/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.new");
  return { title: t("title") };
}

/** Adds a person, who then chooses a password by a mailed link. */
export default async function NewAccountPage() {
  const actor = await requireActor();
  if (!canManageAccounts(actor)) notFound();
  const organisations = await listOrganisationChoices(actor, await getLocale());
  const t = await getTranslations("accounts");
  return (
    <Page dense>
      <Breadcrumbs
        items={[
          { href: "/workspace/administration", label: t("administration.title") },
          { href: "/workspace/administration/accounts", label: t("administration.accounts") },
          { label: t("new.title") },
        ]}
      />
      <PageHeading title={t("new.title")} lead={t("new.lead")} />
      <NewAccountForm organisations={organisations} />
    </Page>
  );
}
