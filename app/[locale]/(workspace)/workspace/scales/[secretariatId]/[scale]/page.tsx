import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CrosswalkForm } from "#components/crosswalks/crosswalk-form.tsx";
import { CrosswalkHistory } from "#components/crosswalks/crosswalk-history.tsx";
import { ReadingTable } from "#components/crosswalks/reading-table.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getCrosswalkForm } from "#lib/assessments/crosswalks/queries.ts";
import { crosswalkKeySchema } from "#lib/assessments/crosswalks/schema.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("crosswalks.workspace");
  return { title: t("title") };
}

/** The Secretariat records how its scale reads on IRM's. */
export default async function CrosswalkPage({ params }: { params: Promise<{ secretariatId: string; scale: string }> }) {
  const actor = await requireActor();
  const { secretariatId, scale } = await params;
  const key = crosswalkKeySchema.safeParse({ secretariatId, scaleCode: scale }).data ?? notFound();
  const [t, locale, data] = [await getTranslations("crosswalks"), await getLocale(), await orNotFound(getCrosswalkForm(actor, key))];
  const [newest] = data.versions;
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/scales", label: t("workspace.title") }, { label: pickText(data.scale.label, locale)?.text ?? scale }]} />
      <PageHeading title={t("workspace.form.title", { scale: pickText(data.scale.label, locale)?.text ?? scale })} lead={t("workspace.form.lead")} />
      {newest ? <ReadingTable view={data} entries={newest.entries} locale={locale} /> : <p>{t("workspace.form.first")}</p>}
      <SectionHeading id="effect">{t("workspace.form.effect")}</SectionHeading>
      <p>{t("workspace.form.effectText", { plans: data.plans, compared: data.compared })}</p>
      <ClientWords namespaces={["crosswalks"]}>
        <CrosswalkForm data={data} locale={locale} />
      </ClientWords>
      <CrosswalkHistory view={data} locale={locale} />
      <p><Link href={`/scales/${data.secretariat.slug}/${data.scale.code}`}>{t("workspace.form.public")}</Link></p>
    </Page>
  );
}
