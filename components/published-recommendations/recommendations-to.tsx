import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { RecommendationLine } from "#lib/process/published-recommendations/queries.ts";
import { RecommendationLines } from "./recommendation-lines.tsx";

/** What meetings recommend to an organisation, on its page; nothing where nobody recommended anything. */
export function RecommendationsTo({ recommendations, locale }: { recommendations: readonly RecommendationLine[]; locale: Locale }) {
  const t = useTranslations("process-public.recommendationList");
  if (recommendations.length === 0) return null;
  return (
    <section aria-labelledby="recommendations">
      <SectionHeading id="recommendations" note={String(recommendations.length)}>{t("toOrganisation")}</SectionHeading>
      <RecommendationLines recommendations={recommendations} locale={locale} without="addressee" />
    </section>
  );
}
