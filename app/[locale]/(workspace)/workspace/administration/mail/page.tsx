import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { StatusFilter } from "#components/outbox/status-filter.tsx";
import { MailList } from "#components/outbox/mail-list.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { canSeeMail } from "#lib/accounts/outbox/policy.ts";
import { listMail } from "#lib/accounts/outbox/queries.ts";
import { mailStatuses } from "#lib/messages/mail/schema.ts";
import { mailAddress, mailFilterSchema } from "#lib/accounts/outbox/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outbox");
  return { title: t("title") };
}

/** What was put into people's mail and what became of it, for administrators. */
export default async function MailPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  if (!canSeeMail(actor)) notFound();
  const filter = mailFilterSchema.parse(await searchParams);
  const { mails, total, failed, pages } = await listMail(actor, filter);
  const [t, locale] = [await getTranslations(), await getLocale()];
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/administration", label: t("accounts.administration.title") }, { label: t("outbox.title") }]} />
      <PageHeading title={t("outbox.title")} lead={t("outbox.lead")} />
      <StatusFilter
        label={t("outbox.filter.label")} statuses={mailStatuses} status={filter.status} word={(status) => t(`outbox.filter.${status}`)} hrefFor={(status) => mailAddress({ status })}
        counts={`${t("outbox.total", { count: total })}; ${t("outbox.failed", { count: failed })}`}
      />
      <ClientWords namespaces={["outbox"]}><MailList mails={mails} locale={locale} /></ClientWords>
      <Pagination page={filter.page} pages={pages} hrefFor={(page) => mailAddress({ ...filter, page })} />
    </Page>
  );
}
