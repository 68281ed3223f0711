import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyDesk } from "#components/accounts/empty-desk.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { rolesOf } from "#lib/accounts/rules.ts";
import * as clock from "#lib/platform/clock.ts";
import { deskSections } from "./desk-sections.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workspace.desk");
  return { title: t("title") };
}

/** What waits for this person, first things first. */
export default async function DeskPage() {
  const actor = await requireActor();
  const [t, locale, now] = [await getTranslations("workspace.desk"), await getLocale(), clock.now()];
  const sections = await Promise.all(deskSections.map(async ({ key, load }) => ({ key, content: await load({ actor, locale, now }) })));
  const waiting = sections.filter(({ content }) => content !== null);
  return (
    <Page dense>
      <PageHeading title={t("title")} />
      {waiting.map(({ key, content }) => <section key={key}>{content}</section>)}
      {waiting.length === 0 && <EmptyDesk roles={rolesOf(actor)} />}
    </Page>
  );
}
