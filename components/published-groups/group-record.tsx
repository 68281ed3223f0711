import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { NamedText } from "#components/published-events/event-facts.tsx";
import { EventLine } from "#components/published-events/event-line.tsx";
import { CountSentence } from "#components/published-recommendations/recommendation-list.tsx";
import { RecommendationLines } from "#components/published-recommendations/recommendation-lines.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { GroupView } from "#lib/process/published-groups/queries.ts";
import type { RecommendationCounts, RecommendationLine } from "#lib/process/published-recommendations/queries.ts";
import { GroupMembers } from "./group-members.tsx";

interface Props {
  group: GroupView;
  recommendations: { items: RecommendationLine[]; counts: RecommendationCounts };
  locale: Locale;
}

/** All that is on record of a group. */
export function GroupRecord({ group, recommendations: { items, counts }, locale }: Props) {
  const t = useTranslations("process-public");
  return (
    <>
      <GroupFacts group={group} locale={locale} />
      <GroupMembers members={group.members} locale={locale} />
      <section aria-labelledby="meetings">
        <SectionHeading id="meetings" note={group.events.length > 0 ? String(group.events.length) : undefined}>{t("groups.meetings")}</SectionHeading>
        {group.events.length === 0 ? <p>{t("groups.meetingsNone")}</p> : <LedgerList>{group.events.map((event) => <EventLine key={event.slug} event={event} locale={locale} named={false} />)}</LedgerList>}
      </section>
      <section aria-labelledby="recommendations">
        <SectionHeading id="recommendations">{t("groups.recommendations")}</SectionHeading>
        {items.length === 0 ? <p>{t("groups.recommendationsNone")}</p> : <><CountSentence counts={counts} /><RecommendationLines recommendations={items} locale={locale} without="group" /></>}
      </section>
      {!isBlank(group.sourceNote) && (
        <section aria-labelledby="source">
          <SectionHeading id="source">{t("event.source")}</SectionHeading>
          <LocalizedParagraphs value={group.sourceNote} locale={locale} />
        </section>
      )}
      {group.editedAt && <p>{t("event.edited", { date: formatDate(group.editedAt, locale) })}</p>}
    </>
  );
}

function GroupFacts({ group, locale }: { group: GroupView; locale: Locale }) {
  const t = useTranslations("process-public");
  const facts: (Fact | false)[] = [
    { label: t("groups.mandate"), value: isBlank(group.mandate) ? null : <LocalizedParagraphs value={group.mandate} locale={locale} /> },
    { label: t("groups.term"), value: <TermText term={group.term} locale={locale} /> },
    group.plan !== null && { label: t("event.plan"), value: <NamedText link={group.plan} locale={locale} /> },
    { label: t("event.who"), value: <OrganisationLink organisation={group.secretariat} locale={locale} /> },
  ];
  return <FactList facts={facts.filter((fact) => fact !== false)} />;
}
