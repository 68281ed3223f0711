import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { recommendationStates } from "#lib/process/schema.ts";
import type { RecommendationCounts, RecommendationList as List } from "#lib/process/published-recommendations/queries.ts";
import { recommendationsAddress } from "#lib/process/published-recommendations/schema.ts";
import { RecommendationLines } from "./recommendation-lines.tsx";
import styles from "./recommendations.module.css";

/** All recommendations with how many stand where, and those of one state by a link. */
export function RecommendationList({ list, locale }: { list: List; locale: Locale }) {
  const t = useTranslations("process-public.recommendationList");
  const { counts, items, state, page, pages } = list;
  if (counts.waiting + counts.answered + counts.fulfilled === 0) return <p>{t("empty")}</p>;
  return (
    <>
      <CountSentence counts={counts} />
      <StateChoice chosen={state} />
      {items.length === 0 ? <p>{t("nothing")}</p> : <RecommendationLines recommendations={items} locale={locale} />}
      <Pagination page={page} pages={pages} hrefFor={(number) => recommendationsAddress(state, number)} />
    </>
  );
}

/** How many there are, and how many of them stand where. */
export function CountSentence({ counts }: { counts: RecommendationCounts }) {
  const t = useTranslations("process-public.recommendationList");
  return <p>{t("counts", { ...counts, total: counts.waiting + counts.answered + counts.fulfilled })}</p>;
}

function StateChoice({ chosen }: { chosen: List["state"] }) {
  const t = useTranslations();
  return (
    <nav aria-label={t("process-public.recommendationList.choose")}>
      <ul role="list" className={styles.states}>
        {[null, ...recommendationStates].map((state) => (
          <li key={state ?? "all"}>
            <Link href={recommendationsAddress(state)} aria-current={state === chosen ? "page" : undefined}>{state ? t(`status.recommendation.${state}`) : t("process-public.recommendationList.all")}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
