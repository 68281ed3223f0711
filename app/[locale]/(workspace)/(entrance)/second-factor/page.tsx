import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignOutButton } from "#components/accounts/sign-out-button.tsx";
import { FormColumn } from "#components/forms/form.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { SetUp } from "#components/second-factor/set-up.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getOwnAccount, requireOwner } from "#lib/accounts/queries.ts";
import { samePath } from "#lib/accounts/sign-in/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("second-factor");
  return { title: t("title"), robots: { index: false } };
}

/** Sets up a second factor, before anything else where a role asks for it. `next`: a path on this site, or "account". */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  await requireOwner();
  const [account, { next }, locale, t] = [await getOwnAccount(), await searchParams, await getLocale(), await getTranslations("second-factor")];
  const target = next === "account" ? `/${locale}/workspace/account` : samePath(typeof next === "string" ? next : null, `/${locale}/workspace`);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <noscript><Notice tone="warning"><p>{t("needsScript")}</p></Notice></noscript>
      <FormColumn>
        {account?.secondFactorNeeded && !account.secondFactorSince && <Notice tone="info"><p>{t("needed")}</p></Notice>}
        <ClientWords namespaces={["second-factor", "workspace"]}>
          <SetUp next={target} already={Boolean(account?.secondFactorSince)} />
          <div><SignOutButton /></div>
        </ClientWords>
      </FormColumn>
    </Page>
  );
}
