import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ProcessLinks } from "#components/published-events/process-links.tsx";
import { WhatCounts } from "#components/standards/what-counts.tsx";
import { SecretariatRegister } from "#components/standards/secretariat-register.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listMeasuredSecretariats } from "#lib/comments/standards/queries.ts";
import { measure, yearsOf } from "#lib/comments/standards/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("standards")]);
  return pageMetadata({ locale, path: "/standards", title: t("title"), description: t("metaDescription") });
}

/** Whose process can be measured, and what counts. */
export default async function StandardsPage() {
  const [locale, t, secretariats] = await Promise.all([getLocale(), getTranslations(), listMeasuredSecretariats()]);
  const [year = 0] = yearsOf(now());
  const measured = secretariats.map(({ record, ...organisation }) => ({ organisation, findings: measure(record, year, now()) }));
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/process", label: t("process-public.title") }, { label: t("standards.title") }]} />
      <PageHeading title={t("standards.title")} lead={t("standards.lead")} />
      <ProcessLinks open="standards" />
      <section aria-labelledby="secretariats">
        <SectionHeading id="secretariats">{t("standards.choose")}</SectionHeading>
        {measured.length === 0 ? <p>{t("standards.none")}</p> : <SecretariatRegister secretariats={measured} locale={locale} />}
      </section>
      <WhatCounts />
    </Page>
  );
}
