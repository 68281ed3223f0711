import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { RecommendationLine } from "#lib/process/published-recommendations/queries.ts";
import styles from "./recommendations.module.css";

interface Props {
  recommendations: readonly RecommendationLine[];
  locale: Locale;
  /** What the page is about already, and is not said in every line. */
  without?: "addressee" | "group";
}

/** Recommendations as lines: the words, who asks whom, and where each stands in words. */
export function RecommendationLines({ recommendations, locale, without }: Props) {
  return (
    <LedgerList>
      {recommendations.map((recommendation) => (
        <LedgerLine key={recommendation.path} href={recommendation.path} title={<LocalizedText value={recommendation.text} locale={locale} />}>
          <LineFacts recommendation={recommendation} locale={locale} without={without} />
        </LedgerLine>
      ))}
    </LedgerList>
  );
}

function LineFacts({ recommendation, locale, without }: { recommendation: RecommendationLine; locale: Locale; without?: Props["without"] }) {
  const t = useTranslations("process-public.recommendation");
  const { addressee, event, group, dueOn, fulfilment } = recommendation;
  return (
    <ul role="list" className={styles.facts}>
      <li><strong>{fulfilment ? t("fulfilledOn", { date: formatDate(fulfilment.on, locale) }) : <Answered recommendation={recommendation} locale={locale} />}</strong></li>
      {without !== "addressee" && <li>{t("to")}: <LocalizedText value={addressee.name} locale={locale} /></li>}
      <li>{t("madeBy")}: {without !== "group" && group && <><LocalizedText value={group.name} locale={locale} />, </>}<LocalizedText value={event.name} locale={locale} /></li>
      {dueOn && <li>{t("due")}: {formatPartialDate(dueOn, locale)}</li>}
    </ul>
  );
}

function Answered({ recommendation: { response, days }, locale }: { recommendation: RecommendationLine; locale: Locale }) {
  const t = useTranslations();
  if (!response) return t("process-public.recommendation.waiting", { days });
  return `${t(`status.disposition.${response.disposition}`)} · ${t("process-public.recommendation.respondedAfter", { date: formatDate(response.respondedAt, locale), days })}`;
}
