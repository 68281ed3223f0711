import { useTranslations, type Locale } from "next-intl";
import { Budget, Indicators, Sources } from "#components/milestones/promised.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { organisationList, organisationsByKind } from "#components/organisations/organisation-list.tsx";
import { legalActName } from "#components/plans/legal-act.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { isBlank } from "#lib/record/localized/schema.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./commitment-facts.module.css";

/** What a plan may leave out, by its name in the line that says so. */
type Missing = "partner" | "outcome" | "indicator" | "source" | "budget" | "areas" | "sdg";

/** Who, with whom, when, what for, how it is measured and paid; in one line, what of it the plan does not state. */
export function CommitmentFacts({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations("commitments");
  const say = useTranslations("plans.act");
  const left = useTranslations("milestones");
  const { coResponsible, indicators, sources, budget, areas, sdgs, plan } = commitment;
  const facts: (Fact & { key?: Missing })[] = [
    { label: t("facts.lead"), value: <OrganisationLink organisation={commitment.lead} locale={locale} /> },
    ...(coResponsible.length > 0 ? [{ label: t("facts.coResponsible"), value: organisationList(coResponsible, locale) }] : []),
    { key: "partner", label: t("facts.partner"), value: organisationsByKind(commitment.partners, locale) },
    { label: t("facts.term"), value: <TermText term={commitment.term} locale={locale} /> },
    { key: "outcome", label: t("facts.outcome"), value: isBlank(commitment.expectedOutcome) ? null : <LocalizedParagraphs value={commitment.expectedOutcome} locale={locale} /> },
    { key: "indicator", label: t("facts.indicator"), value: indicators.length ? <Indicators indicators={indicators} locale={locale} /> : null },
    { key: "source", label: t("facts.source"), value: sources.length ? <Sources sources={sources} locale={locale} /> : null },
    { key: "budget", label: t("facts.budget"), value: budget.length ? <Budget lines={budget} locale={locale} /> : null },
    { key: "areas", label: t("facts.areas"), value: areas.map((area) => pickText(area, locale)?.text).join(", ") || null },
    { key: "sdg", label: t("facts.sdg"), value: sdgs.length ? <ul>{sdgs.map(({ number, label }) => <li key={number}>{number} <LocalizedText value={label} locale={locale} /></li>)}</ul> : null },
    { label: t("facts.legalAct"), value: plan.legalActs.length ? <ul>{plan.legalActs.map((act) => <li key={act.number}>{legalActName(act, locale, say)}</li>)}</ul> : null },
  ];
  const missing = facts.flatMap(({ key, value }) => (key && value === null ? [left(`missingWords.${key}`)] : []));
  return (
    <>
      <FactList facts={facts.filter(({ key, value }) => !key || value !== null)} />
      {missing.length > 0 && <p className={styles.missing}>{left("missing", { list: formatList(missing, locale) })}</p>}
    </>
  );
}
