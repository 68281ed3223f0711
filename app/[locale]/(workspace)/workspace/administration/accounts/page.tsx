import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountList } from "#components/accounts/account-list.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { listAccounts, requireActor } from "#lib/accounts/queries.ts";
import { listInvitations } from "#lib/accounts/invitations/queries.ts";
import { now } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.administration");
  return { title: t("accounts") };
}

/** Everybody who can sign in. */
export default async function AccountsPage() {
  const actor = await requireActor();
  if (!canManageAccounts(actor)) notFound();
  const [accounts, invitations, t] = await Promise.all([listAccounts(actor), listInvitations(actor, now()), getTranslations("accounts")]);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/administration", label: t("administration.title") }, { label: t("administration.accounts") }]} />
      <PageHeading title={t("administration.accounts")} lead={t("list.lead")} />
      <p><Link href="/workspace/administration/accounts/new" look="button">{t("list.new")}</Link></p>
      <AccountList accounts={accounts} invitations={invitations} />
    </Page>
  );
}
