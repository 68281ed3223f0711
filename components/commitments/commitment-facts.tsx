import { useTranslations, type Locale } from "next-intl";
import { Budget, Indicators, Sources } from "#components/milestones/promised.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { organisationList, organisationsByKind } from "#components/organisations/organisation-list.tsx";
import { legalActName } from "#components/plans/legal-act.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { CommitmentView } from "#lib/commitments/queries.ts";
import { isBlank } from "#lib/localized/schema.ts";

/** Who, with whom, when, what for, how it is measured and paid; what the plan leaves open is said to be not stated. */
export function CommitmentFacts({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations("commitments");
  const say = useTranslations("plans.act");
  const { coResponsible, indicators, sources, budget, areas, sdgs, plan } = commitment;
  const facts: (Fact | false)[] = [
    { label: t("facts.lead"), value: <OrganisationLink organisation={commitment.lead} locale={locale} /> },
    coResponsible.length > 0 && { label: t("facts.coResponsible"), value: organisationList(coResponsible, locale) },
    { label: t("facts.partner"), value: organisationsByKind(commitment.partners, locale) },
    { label: t("facts.term"), value: <TermText term={commitment.term} locale={locale} /> },
    { label: t("facts.outcome"), value: isBlank(commitment.expectedOutcome) ? null : <LocalizedParagraphs value={commitment.expectedOutcome} locale={locale} /> },
    { label: t("facts.indicator"), value: indicators.length ? <Indicators indicators={indicators} locale={locale} /> : null },
    { label: t("facts.source"), value: sources.length ? <Sources sources={sources} locale={locale} /> : null },
    { label: t("facts.budget"), value: budget.length ? <Budget lines={budget} locale={locale} /> : null },
    { label: t("facts.areas"), value: areas.map((area) => pickText(area, locale)?.text).join(", ") },
    { label: t("facts.sdg"), value: sdgs.length ? <ul>{sdgs.map(({ number, label }) => <li key={number}>{number} <LocalizedText value={label} locale={locale} /></li>)}</ul> : null },
    { label: t("facts.legalAct"), value: plan.legalActs.length ? <ul>{plan.legalActs.map((act) => <li key={act.number}>{legalActName(act, locale, say)}</li>)}</ul> : null },
  ];
  return <FactList facts={facts.filter((fact) => fact !== false)} />;
}
