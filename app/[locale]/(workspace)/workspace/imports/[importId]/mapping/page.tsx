import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { MappingScreen } from "#components/loose-plans/mapping-screen.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { finishMappingAction, saveMappingAction } from "#lib/imports/actions.ts";
import { getImportForMapping } from "#lib/imports/queries.ts";
import { fundingSources } from "#lib/record/lists/schema.ts";
import { looseTableSchema, mappingSchema } from "#lib/imports/loose-plans/schema.ts";
import { listOrganisationKinds } from "#lib/organisations/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("loose-plans");
  return { title: t("title") };
}

/** Between a loose document and its preview: what its columns, rows and names are. */
export default async function MappingPage({ params }: { params: Promise<{ importId: string }> }) {
  const actor = await requireActor();
  const found = (await getImportForMapping(actor, (await params).importId)) ?? notFound();
  const [t, imports, locale, kinds] = await Promise.all([getTranslations("loose-plans"), getTranslations("imports"), getLocale(), listOrganisationKinds()]);
  const [table, mapping] = [looseTableSchema.parse(found.table), mappingSchema.parse(found.mapping)];
  const { id, version, fileName, format, plan } = found.head;
  const shown = { rows: table.rows.length, columns: table.columns };
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: "/workspace/imports", label: imports("list.title") }, { label: fileName ?? imports(`format.${format}`) }]} />
      <PageHeading title={t("title")} eyebrow={plan ? pickText(plan.title, locale)?.text : undefined} lead={t("lead")}>
        <p>{fileName ?? imports(`format.${format}`)}: {t("read", shown)}</p>
      </PageHeading>
      <ClientWords namespaces={["loose-plans"]}>
        <MappingScreen importId={id} version={version} table={table} mapping={mapping} context={found.context} kinds={kinds} sources={fundingSources} doors={{ save: saveMappingAction, finish: finishMappingAction }} />
      </ClientWords>
    </Page>
  );
}
