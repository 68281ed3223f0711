import { useTranslations, type Locale } from "next-intl";
import { Voices } from "#components/commitments/voices.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { organisationList, organisationsByKind } from "#components/organisations/organisation-list.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { MilestoneView } from "#lib/plans/milestones/queries.ts";
import { formatList, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import styles from "./milestone-facts.module.css";
import { Budget, Indicators, Sources } from "./promised.tsx";

/** What a plan may leave out for a milestone. */
export const aspects = ["indicator", "term", "partner", "source", "budget"] as const;
export type Aspect = (typeof aspects)[number];

/** Which of them the plan does not state for this milestone. */
export function unstatedOf(milestone: MilestoneView): Aspect[] {
  const stated: Record<Aspect, boolean> = {
    indicator: milestone.indicators.length > 0,
    term: Boolean(milestone.term.startsOn ?? milestone.term.endsOn),
    partner: milestone.partners.length > 0,
    source: milestone.sources.length > 0,
    budget: milestone.budget.length > 0,
  };
  return aspects.filter((aspect) => !stated[aspect]);
}

/** False for a milestone of which nothing more is known than that the commitment's own agency leads it. */
export function hasFacts(milestone: MilestoneView, commitmentLead: string): boolean {
  const stated = unstatedOf(milestone).length < aspects.length || !isBlank(milestone.description) || milestone.coResponsible.length > 0;
  return stated || milestone.updates.length > 0 || milestone.assessments.length > 0 || milestone.lead.slug !== commitmentLead;
}

interface Props {
  milestone: MilestoneView;
  plan: { vocabulary: string };
  unsaid: readonly Aspect[];
  locale: Locale;
}

/** What the plan states of a milestone, in one line what it does not, and what each of the three voices says of it. */
export function MilestoneFacts({ milestone, plan, unsaid, locale }: Props) {
  const t = useTranslations("milestones");
  const { indicators, coResponsible, partners, sources, budget, term, standing } = milestone;
  const missing = unstatedOf(milestone);
  const inherited = missing.includes("term") && !unsaid.includes("term") && standing.deadline?.fromCommitment;
  const facts: (Fact | false)[] = [
    !isBlank(milestone.description) && { label: t("facts.description"), value: <LocalizedParagraphs value={milestone.description} locale={locale} /> },
    indicators.length > 0 && { label: t("facts.indicator"), value: <Indicators indicators={indicators} locale={locale} /> },
    !missing.includes("term") && { label: t("facts.term"), value: <TermText term={term} locale={locale} /> },
    Boolean(inherited) && { label: t("facts.term"), value: t("termOfCommitment", { kind: plan.vocabulary, term: formatPartialDate(standing.deadline?.due ?? "", locale) }) },
    partners.length > 0 && { label: t("facts.partner"), value: organisationsByKind(partners, locale) },
    { label: t("facts.lead"), value: <OrganisationLink organisation={milestone.lead} locale={locale} /> },
    coResponsible.length > 0 && { label: t("facts.coResponsible"), value: organisationList(coResponsible, locale) },
    sources.length > 0 && { label: t("facts.source"), value: <Sources sources={sources} locale={locale} /> },
    budget.length > 0 && { label: t("facts.budget"), value: <Budget lines={budget} locale={locale} /> },
  ];
  const unstated = missing.filter((aspect) => !unsaid.includes(aspect) && !(aspect === "term" && inherited));
  return (
    <>
      <FactList facts={facts.filter((fact) => fact !== false)} />
      {unstated.length > 0 && <p className={styles.missing}>{t("missing", { list: formatList(unstated.map((aspect) => t(`missingWords.${aspect}`)), locale) })}</p>}
      <Voices subject={milestone} of="milestone" kind={plan.vocabulary} level={4} locale={locale} />
    </>
  );
}
