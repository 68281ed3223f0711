import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ForgottenForm } from "#components/accounts/forgotten-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";

const problems = ["INVALID_INPUT", "TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.forgotten");
  return { title: t("title"), robots: { index: false } };
}

/** Asks for a link to choose a new password. What is said afterwards is the same whether there is such an account or not. */
export default async function ForgottenPasswordPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounts.forgotten")]);
  if (query.sent !== undefined) {
    return (
      <Page>
        <PageHeading title={t("sentTitle")} lead={t("sentLead")} />
        <p>{t("sentNothing")}</p>
        <p><Link href="/forgotten-password">{t("again")}</Link></p>
        <p><Link href="/sign-in">{t("back")}</Link></p>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ForgottenForm locale={locale} problem={problems.find((known) => known === query.problem)} />
    </Page>
  );
}
