import { useTranslations, type Locale } from "next-intl";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { SnapshotCommitment, SnapshotMilestone, SnapshotOrganisation, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import { ReportBudget } from "./report-budget.tsx";
import { ReportIndicators } from "./report-indicators.tsx";

type Say = ReturnType<typeof useTranslations<"reports.facts">>;

/** Everything the plan says of a commitment; what it leaves open is said to be not stated. */
export function CommitmentFacts({ commitment, locale }: { commitment: SnapshotCommitment; locale: Locale }) {
  const t = useTranslations("reports.facts");
  const { description, expectedOutcome, thematicAreas, sdgs, sourceNote } = commitment;
  const facts = [
    { label: t("description"), value: description && <LocalizedParagraphs value={description} locale={locale} /> },
    { label: t("outcome"), value: expectedOutcome && <LocalizedParagraphs value={expectedOutcome} locale={locale} /> },
    { label: t("lead"), value: <Names organisations={[commitment.lead]} locale={locale} /> },
    ...subjectFacts(commitment, locale, t),
    { label: t("areas"), value: thematicAreas.length > 0 ? <ul>{thematicAreas.map(({ code, label }) => <li key={code}><LocalizedText value={label} locale={locale} /></li>)}</ul> : null },
    { label: t("sdgs"), value: sdgs.length > 0 ? <ul>{sdgs.map(({ number, label }) => <li key={number}>{number} <LocalizedText value={label} locale={locale} /></li>)}</ul> : null },
    ...(sourceNote ? [{ label: t("sourceNote"), value: <LocalizedParagraphs value={sourceNote} locale={locale} /> }] : []),
  ];
  return <FactList facts={facts} />;
}

/** What the plan says of a milestone beyond its commitment; the lead agency only where it is another one. */
export function MilestoneFacts({ milestone, commitment, locale }: { milestone: SnapshotMilestone; commitment: SnapshotCommitment; locale: Locale }) {
  const t = useTranslations("reports.facts");
  const otherLead = milestone.lead.slug !== commitment.lead.slug;
  const facts = [
    ...(milestone.description ? [{ label: t("description"), value: <LocalizedParagraphs value={milestone.description} locale={locale} /> }] : []),
    ...(otherLead ? [{ label: t("lead"), value: <Names organisations={[milestone.lead]} locale={locale} /> }] : []),
    ...subjectFacts(milestone, locale, t).filter(({ value }) => value !== null),
  ];
  return facts.length > 0 ? <FactList facts={facts} /> : null;
}

function subjectFacts(subject: SnapshotSubject, locale: Locale, t: Say): Fact[] {
  const names = (role: string) => {
    const organisations = subject.partners.filter((partner) => partner.role === role).map(({ organisation }) => organisation);
    return organisations.length > 0 ? <Names organisations={organisations} locale={locale} /> : null;
  };
  const sources = subject.verificationSources.map(({ id, text }) => <li key={id}><LocalizedText value={text} locale={locale} /></li>);
  const together = names("co_responsible");
  return [
    ...(together ? [{ label: t("coResponsible"), value: together }] : []),
    { label: t("partners"), value: names("partner") },
    { label: t("term"), value: subject.startsOn || subject.endsOn ? <TermText term={subject} locale={locale} /> : null },
    { label: t("indicators"), value: subject.indicators.length > 0 ? <ReportIndicators indicators={subject.indicators} locale={locale} /> : null },
    { label: t("sources"), value: sources.length > 0 ? <ul>{sources}</ul> : null },
    { label: t("budget"), value: subject.budget.length > 0 ? <ReportBudget lines={subject.budget} locale={locale} /> : null },
  ];
}

function Names({ organisations, locale }: { organisations: readonly SnapshotOrganisation[]; locale: Locale }) {
  return <ul>{organisations.map(({ slug, name }) => <li key={slug}><Link href={`/organisations/${slug}`}><LocalizedText value={name} locale={locale} /></Link></li>)}</ul>;
}
