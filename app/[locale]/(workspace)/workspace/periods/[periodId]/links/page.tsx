import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LinkList } from "#components/reporting-links/link-list.tsx";
import { MailLinkForm } from "#components/reporting-links/mail-link-form.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { listReportingLinks } from "#lib/boards/reporting-links/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links.list");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<{ organisation?: string | string[] }>;
}

/** Mailed links by which people without an account report in a period: to whom, until when, what came through them. */
export default async function LinksPage({ params, searchParams }: Props) {
  const [actor, { periodId }, { organisation }] = [await requireActor(), await params, await searchParams];
  const { period, planTitle, takesLinks, organisations, links } = await orNotFound(listReportingLinks(actor, periodId, now()));
  const [t, periods, locale] = [await getTranslations("links.list"), await getTranslations("reporting.periods"), await getLocale()];
  const choices = organisations.map(({ id, name }) => ({ value: id, label: pickText(name, locale)?.text ?? "" }));
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/periods", label: periods("title") }, { label: pickText(period.label, locale)?.text ?? "" }, { label: t("title") }]} />
      <PageHeading title={t("title")} lead={t("lead")} eyebrow={<><LocalizedText value={planTitle} locale={locale} />, <LocalizedText value={period.label} locale={locale} /></>} />
      <ClientWords namespaces={["links"]}>
        {takesLinks
          ? <MailLinkForm periodId={period.id} organisations={choices} chosen={choices.find(({ value }) => value === organisation)?.value ?? ""} />
          : <Notice tone="info"><p>{t("closed")}</p></Notice>}
        <LinkList links={links} takesLinks={takesLinks} locale={locale} />
      </ClientWords>
    </Page>
  );
}
