import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { NamedLink, PublicEvent } from "#lib/process/queries.ts";
import { EventDays } from "./event-days.tsx";

/** When, where, whose; what was or is to be presented. */
export function EventFacts({ event, planned, locale }: { event: PublicEvent; planned: boolean; locale: Locale }) {
  const t = useTranslations("process-public");
  const { group, plan, url } = event;
  const facts: (Fact | false)[] = [
    { label: t("event.when"), value: <EventDays event={event} locale={locale} /> },
    { label: t("event.where"), value: isBlank(event.place) ? null : <LocalizedText value={event.place} locale={locale} /> },
    group !== null && { label: t("event.group"), value: <NamedText link={group} locale={locale} /> },
    plan !== null && { label: t("event.plan"), value: <NamedText link={plan} locale={locale} /> },
    { label: t("event.who"), value: <OrganisationLink organisation={event.secretariat} locale={locale} /> },
    event.presentsResults && !event.cancelled && { label: t("event.results"), value: t(planned ? "event.toPresent" : "event.presented") },
    url !== null && { label: t("event.address"), value: <a href={url} rel="noopener nofollow ugc">{new URL(url).host}</a> },
  ];
  return <FactList facts={facts.filter((fact) => fact !== false)} />;
}

/** The name of something that leads to its page. */
export function NamedText({ link, locale }: { link: NamedLink; locale: Locale }) {
  return <Link href={link.path}><LocalizedText value={link.name} locale={locale} /></Link>;
}
