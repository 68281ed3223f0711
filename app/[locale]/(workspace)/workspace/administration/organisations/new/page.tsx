import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { NewOrganisationForm } from "#components/organisations/new-organisation-form.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { canManageOrganisations } from "#lib/organisations/policy.ts";
import { listOrganisationKinds } from "#lib/organisations/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.organisation");
  return { title: t("new") };
}

/** Adds an organisation. */
export default async function NewOrganisationPage() {
  if (!canManageOrganisations(await requireActor())) notFound();
  const [t, locale] = [await getTranslations("accounts"), await getLocale()];
  const kinds = (await listOrganisationKinds()).map(({ code, label }) => ({ value: code, label: localize(label, locale)?.text ?? code }));
  const municipalities = (await listMunicipalityNames()).map(({ slug, name }) => ({ value: slug, label: localize(name, locale)?.text ?? slug }));
  return (
    <Page dense>
      <Breadcrumbs
        items={[
          { href: "/workspace/administration", label: t("administration.title") },
          { href: "/workspace/administration/organisations", label: t("organisation.title") },
          { label: t("organisation.new") },
        ]}
      />
      <PageHeading title={t("organisation.new")} />
      <NewOrganisationForm kinds={kinds} municipalities={municipalities} />
    </Page>
  );
}
