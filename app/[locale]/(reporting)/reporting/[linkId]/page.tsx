import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PeriodHeading } from "#components/period-work/period-heading.tsx";
import { PeriodScreen } from "#components/period-work/period-screen.tsx";
import { LeaveForm } from "#components/reporting-links/leave-form.tsx";
import { LinkEnded } from "#components/reporting-links/link-ended.tsx";
import { LinkFacts } from "#components/reporting-links/link-facts.tsx";
import { getPeriodWork } from "#lib/boards/period-work/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { addEvidenceLinkByLinkAction, loadByLinkAction, saveByLinkAction, sayNoProgressByLinkAction, sendByLinkAction } from "#lib/boards/reporting-links/actions.ts";
import { currentReportingLink } from "#lib/boards/reporting-links/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links.entrance");
  return { title: t("title") };
}

/** The coordinator's one screen for whoever holds the link: exactly its organisation and period. */
export default async function ReportByLinkPage({ params }: { params: Promise<{ linkId: string }> }) {
  const [{ linkId }, { fault, link, actor }, locale, at] = [await params, await currentReportingLink(), await getLocale(), now()];
  if (!actor || !link || link.id !== linkId) return <Page><LinkEnded fault={fault === "invalid" || !fault ? "closedHere" : fault} link={link} locale={locale} /></Page>;
  const work = await orNotFound(getPeriodWork(actor, link.period.id, at));
  const doors = {
    owner: link.id, save: saveByLinkAction, load: loadByLinkAction, send: sendByLinkAction, noProgress: sayNoProgressByLinkAction,
    evidence: { files: `/api/reporting/${link.id}/evidence`, addLink: addEvidenceLinkByLinkAction },
  };
  return (
    <Page dense wide>
      <PeriodHeading work={work} locale={locale} />
      <LinkFacts link={link} locale={locale} />
      <ClientWords namespaces={["reporting", "evidence", "milestones", "links"]}>
        <LeaveForm linkId={link.id} />
        <PeriodScreen work={work} doors={doors} opened={[]} now={at} />
      </ClientWords>
    </Page>
  );
}
