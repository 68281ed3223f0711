import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ChangeOrganisationForm } from "#components/organisations/change-organisation-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { canManageOrganisations } from "#lib/organisations/policy.ts";
import { listAdministeredOrganisations } from "#lib/organisations/queries.ts";
import { organisationIdSchema } from "#lib/organisations/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.organisation");
  return { title: t("title") };
}

/** One organisation: its names, and of which municipality it is. */
export default async function OrganisationPage({ params }: { params: Promise<{ organisationId: string }> }) {
  const actor = await requireActor();
  const id = organisationIdSchema.safeParse((await params).organisationId);
  if (!canManageOrganisations(actor) || !id.success) notFound();
  const organisation = (await listAdministeredOrganisations(actor, id.data))[0] ?? notFound();
  const [t, locale] = [await getTranslations("accounts"), await getLocale()];
  const municipalities = (await listMunicipalityNames()).map((one) => ({ value: one.slug, label: localize(one.name, locale)?.text ?? one.slug }));
  const { slug, version, name, municipalitySlug, people } = organisation;
  const title = localize(name, locale);
  return (
    <Page dense>
      <Breadcrumbs
        items={[
          { href: "/workspace/administration", label: t("administration.title") },
          { href: "/workspace/administration/organisations", label: t("organisation.title") },
          { label: title?.text ?? slug },
        ]}
      />
      <PageHeading title={title?.text ?? slug} lang={title?.lang} eyebrow={localize(organisation.kind.label, locale)?.text}>
        {t("organisation.people", { count: people })} · <Link href={`/organisations/${slug}`}>{t("organisation.public")}</Link>
      </PageHeading>
      <ChangeOrganisationForm organisation={{ id: organisation.id, name, municipalitySlug, version }} municipalities={municipalities} />
    </Page>
  );
}
