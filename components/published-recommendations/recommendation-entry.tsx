import type { Locale } from "next-intl";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import type { PublicRecommendation } from "#lib/process/queries.ts";
import { RecommendationStanding } from "./recommendation-standing.tsx";

/** A recommendation on the page of the meeting that made it; linkable by its number. */
export function RecommendationEntry({ recommendation, locale }: { recommendation: PublicRecommendation; locale: Locale }) {
  const { number, text } = recommendation;
  return (
    <Hanging as="section" code={String(number)} id={`recommendation-${number}`}>
      <LocalizedParagraphs value={text} locale={locale} />
      <RecommendationStanding recommendation={recommendation} locale={locale} />
    </Hanging>
  );
}
