import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PlansInHand } from "#components/editing/plans-in-hand.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listPlansInHand } from "#lib/plans/outlines/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.list");
  return { title: t("title") };
}

/** The plans whose Secretariat one works for, and the two ways to a new one. */
export default async function PlansPage() {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, locale, plans] = await Promise.all([getTranslations("editing.list"), getLocale(), listPlansInHand(actor)]);
  return (
    <Page dense>
      <PageHeading title={t("title")} />
      {plans.length === 0 ? <p>{t("empty")}</p> : <PlansInHand plans={plans} locale={locale} />}
      <FormActions>
        <Link href="/workspace/plans/new" look="button">{t("new")}</Link>
        <Link href="/workspace/imports/new">{t("import")}</Link>
      </FormActions>
    </Page>
  );
}
