import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { BudgetLineView, IndicatorView, SourceView } from "#lib/plans/milestones/queries.ts";
import { formatMoney, formatNumber } from "#lib/platform/i18n/formats.ts";
import styles from "./promised.module.css";

/** Indicators with their code, baseline, target, and what was reached in each period. */
export function Indicators({ indicators, locale }: { indicators: readonly IndicatorView[]; locale: Locale }) {
  const t = useTranslations("commitments.indicator");
  return (
    <ul role="list" className={styles.items}>
      {indicators.map((indicator) => {
        const unit = pickText(indicator.unit, locale)?.text;
        const figure = (value: string) => [formatNumber(value, locale, 6), unit].filter(Boolean).join(" ");
        const planned = (["baseline", "target"] as const).flatMap((key) => (indicator[key] === null ? [] : [t(key, { value: figure(indicator[key]) })]));
        return (
          <li key={indicator.id}>
            {indicator.code && <span className={styles.code}>{indicator.code} </span>}
            <LocalizedText value={indicator.text} locale={locale} />
            {planned.length > 0 && <span className={styles.more}>{planned.join(", ")}</span>}
            {indicator.actuals.map(({ period, value, text }) => (
              <span key={period.slug} className={styles.more}>
                {t("actual", { period: pickText(period.label, locale)?.text ?? period.slug, value: [value && figure(value), pickText(text, locale)?.text].filter(Boolean).join(" – ") })}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** What the plan promises as proof, and whether something public shows it. */
export function Sources({ sources, locale }: { sources: readonly SourceView[]; locale: Locale }) {
  const t = useTranslations("commitments.source");
  return (
    <ul role="list" className={styles.items}>
      {sources.map(({ id, text, evidence }) => (
        <li key={id}>
          <LocalizedText value={text} locale={locale} /> <span className={styles.soft}>– {t(evidence.length ? "met" : "missing")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Money by line, with its code and who pays; the plan's own words where they say more. */
export function Budget({ lines, locale }: { lines: readonly BudgetLineView[]; locale: Locale }) {
  const t = useTranslations("commitments.budget");
  return (
    <ul role="list" className={styles.items}>
      {lines.map((line) => {
        const stated = pickText(line.statedText, locale);
        const facts = [
          line.amount !== null && formatMoney(line.amount, line.currency ?? "", locale),
          line.noAdditionalCost && t("noCost"),
          line.programmeCode && t("code", { code: line.programmeCode.replaceAll(" ", "\u00a0") }),
          pickText(line.fundingSource, locale)?.text,
        ].filter(Boolean);
        return (
          <li key={line.id}>
            {facts.join(", ")}
            {stated && <span className={facts.length ? styles.more : undefined} lang={stated.lang}>{t("stated", { text: stated.text })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
