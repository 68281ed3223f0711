import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ScaleLines } from "#components/crosswalks/scale-lines.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listCrosswalksInHand } from "#lib/assessments/crosswalks/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("crosswalks.workspace");
  return { title: t("title") };
}

/** The scales of the Secretariat's plans, each with how it reads on IRM's. */
export default async function ScalesPage() {
  const lines = await listCrosswalksInHand(await requireActor());
  if (lines.length === 0) notFound();
  const [t, locale] = await Promise.all([getTranslations("crosswalks.workspace"), getLocale()]);
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ScaleLines lines={lines} hrefFor={({ secretariatId, scaleCode }) => `/workspace/scales/${secretariatId}/${scaleCode}`} locale={locale} />
    </Page>
  );
}
