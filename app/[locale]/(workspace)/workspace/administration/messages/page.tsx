import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { SmsAccount } from "#components/sms-outbox/sms-account.tsx";
import { StatusFilter } from "#components/outbox/status-filter.tsx";
import { SmsList } from "#components/sms-outbox/sms-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { canSeeSms } from "#lib/accounts/sms-outbox/policy.ts";
import { getSmsAccount, listSms } from "#lib/accounts/sms-outbox/queries.ts";
import { smsStatuses } from "#lib/messages/sms/schema.ts";
import { smsAddress, smsFilterSchema } from "#lib/accounts/sms-outbox/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sms-outbox");
  return { title: t("title") };
}

/** What was sent to telephones, what became of it and what it costs, for administrators. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  if (!canSeeSms(actor)) notFound();
  const filter = smsFilterSchema.parse(await searchParams);
  const [{ messages, total, failed, pages }, account] = [await listSms(actor, filter), await getSmsAccount(actor, now())];
  const [t, locale] = [await getTranslations(), await getLocale()];
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/administration", label: t("accounts.administration.title") }, { label: t("sms-outbox.title") }]} />
      <PageHeading title={t("sms-outbox.title")} lead={t("sms-outbox.lead")} />
      {account ? <SmsAccount account={account} locale={locale} /> : <Notice tone="info" title={t("sms-outbox.off.title")}><p>{t("sms-outbox.off.text")}</p></Notice>}
      <StatusFilter
        label={t("sms-outbox.filter.label")} statuses={smsStatuses} status={filter.status} word={(status) => t(`sms-outbox.filter.${status}`)} hrefFor={(status) => smsAddress({ status })}
        counts={`${t("sms-outbox.total", { count: total })}; ${t("sms-outbox.failed", { count: failed })}`}
      />
      <ClientWords namespaces={["sms-outbox"]}><SmsList messages={messages} locale={locale} /></ClientWords>
      <Pagination page={filter.page} pages={pages} hrefFor={(page) => smsAddress({ ...filter, page })} />
    </Page>
  );
}
