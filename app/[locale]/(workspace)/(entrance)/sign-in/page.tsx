import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { FormColumn } from "#components/forms/form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/queries.ts";
import { samePath } from "#lib/accounts/sign-in/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title"), robots: { index: false } };
}

/** E-mail and password; afterwards to where the person wanted to go, which is always on this site. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const asked = typeof next === "string" ? next : null;
  const target = samePath(asked, `/${await getLocale()}/workspace`);
  if (await currentActor()) redirect(target);
  const t = await getTranslations("accounts.signIn");
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <noscript><Notice tone="warning"><p>{t("needsScript")}</p></Notice></noscript>
      <FormColumn>
        {asked && <p>{t("ended")}</p>}
        <SignInForm next={target} />
        <p>{t("forgotten")} <Link href="/forgotten-password">{t("forgottenLink")}</Link></p>
        <p>{t("noAccount")}</p>
      </FormColumn>
    </Page>
  );
}
