import type { Locale } from "next-intl";
import { CompareLinks } from "#components/comparisons/compare-links.tsx";
import { PlanDownloads } from "#components/exports/plan-downloads.tsx";
import { FollowSection } from "#components/followers/follow-section.tsx";
import type { PlanView } from "#lib/plans/queries.ts";
import { Introduction } from "./introduction.tsx";
import { SourceSection } from "./source-section.tsx";

/** The plan's agencies and periods side by side, and what stands behind the commitments: the plan's own words, where they were taken from, and the whole as a file. */
export function PlanEnd({ plan, locale }: { plan: PlanView; locale: Locale }) {
  return (
    <>
      <CompareLinks plan={plan.slug} />
      <Introduction text={plan.introduction} locale={locale} />
      <SourceSection note={plan.sourceNote} locale={locale} />
      <FollowSection kind="plan" target={plan.slug} locale={locale} />
      <PlanDownloads slug={plan.slug} locale={locale} />
    </>
  );
}
