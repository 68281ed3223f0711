import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { countAdministered, requireActor } from "#lib/accounts/queries.ts";
import { countFailedMail } from "#lib/accounts/outbox/queries.ts";
import { countFailedSms } from "#lib/accounts/sms-outbox/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.administration");
  return { title: t("title") };
}

/** What an administrator keeps: people, organisations, and the trace of every change. */
export default async function AdministrationPage() {
  const actor = await requireActor();
  if (!canManageAccounts(actor)) notFound();
  const [{ accounts, organisations }, failedMails, failedSms] = [await countAdministered(actor), await countFailedMail(actor), await countFailedSms(actor)];
  const [t, mail, sms] = [await getTranslations("accounts.administration"), await getTranslations("outbox"), await getTranslations("sms-outbox")];
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      <LedgerList>
        <LedgerLine title={t("accounts")} href="/workspace/administration/accounts">{t("accountsCount", { count: accounts })}</LedgerLine>
        <LedgerLine title={t("organisations")} href="/workspace/administration/organisations">{t("organisationsCount", { count: organisations })}</LedgerLine>
        <LedgerLine title={mail("title")} href="/workspace/administration/mail">{mail("failed", { count: failedMails })}</LedgerLine>
        {failedSms !== null && <LedgerLine title={sms("title")} href="/workspace/administration/messages">{sms("failed", { count: failedSms })}</LedgerLine>}
        <LedgerLine title={t("audit")} href="/workspace/audit">{t("auditLead")}</LedgerLine>
      </LedgerList>
    </Page>
  );
}
