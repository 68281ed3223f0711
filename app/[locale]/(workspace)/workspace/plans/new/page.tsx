import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NewPlanForm } from "#components/editing/new-plan-form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { listEditingChoices } from "#lib/plans/outlines/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.newPlan");
  return { title: t("title") };
}

/** Begins a plan of one of the person's Secretariats. */
export default async function NewPlanPage() {
  const own = organisationsOf(await requireActor(), "secretariat");
  if (own.length === 0) notFound();
  const [t, locale, { organisations }, list] = await Promise.all([getTranslations("editing"), getLocale(), listEditingChoices(), listMunicipalityNames()]);
  const municipalities = list.map(({ slug, name }) => ({ value: slug, label: localize(name, locale)?.text ?? slug }));
  const secretariats = organisations.filter(({ id }) => own.includes(id)).map(({ id, name }) => ({ value: id, label: localize(name, locale)?.text ?? "" }));
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/plans", label: t("list.title") }, { label: t("newPlan.title") }]} />
      <PageHeading title={t("newPlan.title")} lead={t("newPlan.lead")} />
      <ClientWords namespaces={["editing"]}><NewPlanForm secretariats={secretariats} municipalities={municipalities} /></ClientWords>
    </Page>
  );
}
