import { useTranslations, type Locale } from "next-intl";
import type { RecommendationLineView } from "#lib/process/recommendations/queries.ts";
import { RecommendationLines } from "./recommendation-lines.tsx";

interface Props {
  waiting: readonly RecommendationLineView[];
  promised: readonly RecommendationLineView[];
  locale: Locale;
}

/** On the desk of an addressee: what meetings ask of it, without a response and, accepted, without proof. */
export function DeskRecommendations({ waiting, promised, locale }: Props) {
  const t = useTranslations("process.desk");
  return (
    <>
      <RecommendationLines id="recommendations-waiting" title={t("waiting")} lines={waiting} locale={locale} />
      <RecommendationLines id="recommendations-promised" title={t("promised")} lines={promised} locale={locale} />
    </>
  );
}
