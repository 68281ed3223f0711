import { useTranslations, type Locale } from "next-intl";
import { MilestoneSection } from "#components/milestones/milestone-section.tsx";
import { AmendedNote } from "#components/revisions/amended-note.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { CommitmentFacts } from "./commitment-facts.tsx";
import { VoicesSection } from "./voices-section.tsx";

/** What was promised and what was said of it: plain words, facts, description, milestones, voices. */
export function CommitmentRecord({ commitment, revisions, now, locale }: { commitment: CommitmentView; revisions: readonly Revision[]; now: Date; locale: Locale }) {
  const t = useTranslations("commitments");
  const { plan, milestones, term, standing } = commitment;
  const said = { day: standing.lastUpdatedAt && dayOf(standing.lastUpdatedAt), overdue: standing.overdueMonths !== null, leadSlug: commitment.lead.slug };
  return (
    <>
      {!isBlank(commitment.plainSummary) && (
        <section aria-labelledby="plain">
          <SectionHeading id="plain">{t("plain")}</SectionHeading>
          <LocalizedParagraphs value={commitment.plainSummary} locale={locale} />
        </section>
      )}
      <section aria-labelledby="facts">
        <SectionHeading id="facts">{t("facts.heading", { kind: plan.vocabulary })}</SectionHeading>
        <AmendedNote revisions={revisions} entityId={commitment.id} planSlug={plan.slug} locale={locale} />
        <CommitmentFacts commitment={commitment} locale={locale} />
      </section>
      {!isBlank(commitment.description) && (
        <section aria-labelledby="description">
          <SectionHeading id="description">{t("description")}</SectionHeading>
          <LocalizedParagraphs value={commitment.description} locale={locale} />
        </section>
      )}
      <MilestoneSection milestones={milestones} term={term} plan={plan} revisions={revisions} said={said} today={dayOf(now)} locale={locale} />
      <VoicesSection commitment={commitment} locale={locale} />
    </>
  );
}
