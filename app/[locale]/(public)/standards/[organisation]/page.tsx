import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { StandardsRecordText } from "#components/standards/standards-record.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getMeasuredSecretariat } from "#lib/comments/standards/queries.ts";
import { measure, yearsOf } from "#lib/comments/standards/rules.ts";
import { yearSchema } from "#lib/comments/standards/schema.ts";

interface Props {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getMeasuredSecretariat(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, secretariat] = await Promise.all([getLocale(), getTranslations("standards"), load((await params).organisation)]);
  const name = pickText(secretariat.name, locale)?.text ?? secretariat.slug;
  return pageMetadata({ locale, path: `/standards/${secretariat.slug}`, title: t("titleOf", { name }), description: t("metaDescription") });
}

/** How one Secretariat keeps the Standards, in this year or in the one asked for. */
export default async function SecretariatStandardsPage({ params, searchParams }: Props) {
  const [locale, t, secretariat] = await Promise.all([getLocale(), getTranslations(), load((await params).organisation)]);
  const years = yearsOf(now()).map((year) => ({ year, findings: measure(secretariat.record, year, now()) }));
  const asked = yearSchema.parse((await searchParams).year);
  const shown = years.find(({ year }) => year === asked) ?? years[0] ?? notFound();
  const name = pickText(secretariat.name, locale);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/process", label: t("process-public.title") }, { href: "/standards", label: t("standards.title") }, { label: t("standards.year", { year: String(shown.year) }) }]} />
      <PageHeading title={name?.text ?? secretariat.slug} lang={name?.lang} eyebrow={t("standards.title")} lead={secretariat.local ? t("standards.local") : undefined} />
      <StandardsRecordText slug={secretariat.slug} years={years} shown={shown} locale={locale} />
    </Page>
  );
}
