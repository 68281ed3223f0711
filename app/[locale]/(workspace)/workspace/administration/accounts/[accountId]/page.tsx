import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountFacts } from "#components/accounts/account-facts.tsx";
import { AddRoleForm } from "#components/accounts/add-role-form.tsx";
import { RoleList } from "#components/accounts/role-list.tsx";
import { AccountAccess } from "#components/accounts/account-access.tsx";
import { PasswordLinkButton } from "#components/accounts/password-link-button.tsx";
import { InvitationSection } from "#components/accounts/invitation-section.tsx";
import { ResetSecondFactor } from "#components/accounts/reset-second-factor.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { canDisableAccount } from "#lib/accounts/policy.ts";
import { getAccount, listOrganisationChoices, requireActor } from "#lib/accounts/queries.ts";
import { listInvitations } from "#lib/accounts/invitations/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { canResetSecondFactor } from "#lib/accounts/second-factor/policy.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.account");
  return { title: t("facts") };
}

/** One person's account: roles, invitation or password link, second factor, and whether it is open. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const actor = await requireActor();
  const account = (await getAccount(actor, (await params).accountId)) ?? notFound();
  const [organisations, invitations] = await Promise.all([listOrganisationChoices(actor, await getLocale()), listInvitations(actor, now())]);
  const t = await getTranslations("accounts");
  const { id, name, email, version, memberships, disabledAt } = account;
  const closed = disabledAt !== null;
  return (
    <Page dense>
      <Breadcrumbs
        items={[{ href: "/workspace/administration", label: t("administration.title") }, { href: "/workspace/administration/accounts", label: t("administration.accounts") }, { label: name }]}
      />
      <PageHeading title={name} />
      <AccountFacts account={account} />
      <SectionHeading id="roles">{t("account.roles")}</SectionHeading>
      <RoleList memberships={memberships} />
      <SectionHeading id="add-role" level={3}>{t("account.addRole")}</SectionHeading>
      <AddRoleForm accountId={id} organisations={organisations} />
      {!closed && <SectionHeading id="password">{t(account.hasPassword ? "account.passwordLink" : "account.invitation")}</SectionHeading>}
      {!closed && (account.hasPassword ? <PasswordLinkButton accountId={id} email={email} /> : <InvitationSection account={account} invitation={invitations[id]} />)}
      {account.secondFactorSince && canResetSecondFactor(actor, account) && (
        <>
          <SectionHeading id="second-factor">{t("account.secondFactor")}</SectionHeading>
          <ResetSecondFactor accountId={id} name={name} />
        </>
      )}
      <SectionHeading id="access">{closed ? t("account.enable") : t("account.disable")}</SectionHeading>
      {canDisableAccount(actor, account) ? <AccountAccess account={{ id, name, version, closed }} /> : <p>{t("account.own")}</p>}
    </Page>
  );
}
