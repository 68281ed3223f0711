import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { LinkEnded } from "#components/reporting-links/link-ended.tsx";
import { LinkEntrance } from "#components/reporting-links/link-entrance.tsx";
import { now } from "#lib/platform/clock.ts";
import { errorCodes } from "#lib/platform/errors.ts";
import { findReportingLink } from "#lib/boards/reporting-links/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links.entrance");
  return { title: t("title") };
}

/** Where a mailed link leads: what it is for, and a button. Opening it changes nothing, as mail scanners open links. */
export default async function EntrancePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { link: asked, problem, left } = await searchParams;
  const locale = await getLocale();
  const token = typeof asked === "string" ? asked : "";
  const { fault, link } = await findReportingLink(token, now());
  return (
    <Page>
      {fault || !link
        ? <LinkEnded fault={left && !token ? "left" : (fault ?? "invalid")} link={link} locale={locale} />
        : <LinkEntrance link={link} token={token} problem={errorCodes.find((code) => code === problem)} locale={locale} />}
    </Page>
  );
}
